package io.ardmstream.it.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
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
    String pid = "" + program.pid();
    // what the first one finds dead may have to be finalised
    output(JCMD, pid, "GC.run");
    output(JCMD, pid, "GC.run_finalization");
    output(JCMD, pid, "GC.run");
    String heap = output(JCMD, pid, "GC.heap_info");
    return new Footprint(
        output(JCMD, pid, "VM.classloader_stats")
            .lines()
            .filter(line -> line.contains("ChildFirstClassLoader"))
            .count(),
        output(JCMD, pid, "Thread.print").lines().filter(line -> line.startsWith("\"")).count(),
        number(HEAP, heap),
        number(METASPACE, heap),
        residentKilobytes(program));
  }

  /** Memory of the process as it is, without a garbage collection. */
  static long residentKilobytes(Program program) throws IOException, InterruptedException {
    return Long.parseLong(output("ps", "-o", "rss=", "-p", "" + program.pid()).strip());
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
