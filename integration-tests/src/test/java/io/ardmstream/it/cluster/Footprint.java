package io.ardmstream.it.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process of Flink holds after a full garbage collection.
 *
 * @param jobClassLoaders class loaders of jobs
 * @param threads of the JVM
 * @param heapKilobytes live objects
 * @param metaspaceKilobytes loaded classes
 * @param residentKilobytes memory of the process, native memory included
 */
record Footprint(
    long jobClassLoaders,
    long threads,
    long heapKilobytes,
    long metaspaceKilobytes,
    long residentKilobytes) {

  private static final String JCMD =
      Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
  private static final Pattern HEAP = Pattern.compile("heap +total \\d+K, used (\\d+)K");
  private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");

  static Footprint of(Program program) throws Exception {
    // what the first one finds dead may have to be finalised
    jcmd(program, "GC.run");
    jcmd(program, "GC.run_finalization");
    jcmd(program, "GC.run");
    String heap = jcmd(program, "GC.heap_info");
    return new Footprint(
        jcmd(program, "VM.classloader_stats")
            .lines()
            .filter(line -> line.contains("ChildFirstClassLoader"))
            .count(),
        jcmd(program, "Thread.print").lines().filter(line -> line.startsWith("\"")).count(),
        number(HEAP, heap),
        number(METASPACE, heap),
        residentKilobytes(program));
  }

  /** Memory of the process as it is, without a garbage collection. */
  static long residentKilobytes(Program program) throws IOException, InterruptedException {
    return Long.parseLong(output("ps", "-o", "rss=", "-p", "" + program.pid()).strip());
  }

  /**
   * Begins to track what the JVM takes beside its heap; it has to run with {@code
   * -XX:NativeMemoryTracking=summary}.
   */
  static void track(Program program) throws IOException, InterruptedException {
    jcmd(program, "VM.native_memory", "baseline");
  }

  /** What it takes beside its heap, and how that has changed since it is tracked. */
  static String tracked(Program program) throws IOException, InterruptedException {
    return jcmd(program, "VM.native_memory", "summary.diff");
  }

  private static String jcmd(Program program, String... question)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JCMD, "" + program.pid()));
    command.addAll(List.of(question));
    return output(command.toArray(String[]::new));
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + text);
    }
    return Long.parseLong(matcher.group(1));
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
