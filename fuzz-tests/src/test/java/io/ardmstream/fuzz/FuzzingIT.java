package io.ardmstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks for input that breaks a parser, or takes more than its length allows. A finding is left in
 * {@code target/fuzz/NAME/}; once it is fixed it belongs in {@code corpus/NAME/}. What was tried
 * and reached something new stays in {@code target/fuzz/NAME/inputs}, where the next run goes on.
 */
@Execution(ExecutionMode.CONCURRENT)
class FuzzingIT {

  private static final String SECONDS = System.getProperty("fuzz.seconds", "2");

  /** The first input waits until the classes it needs are loaded, for long on a busy machine. */
  private static final int PATIENCE = 300;

  private static final Pattern EXECUTIONS =
      Pattern.compile("number_of_executed_units: *([1-9][0-9]*)");
  private static final Pattern RATE = Pattern.compile("average_exec_per_sec: *([0-9]+)");

  private static final Path IN_MEMORY = Path.of("/dev/shm");

  private static final LongAdder ALL = new LongAdder();

  @ParameterizedTest
  @EnumSource
  void findsNothing(Target target) throws Exception {
    Path folder = Path.of("target", "fuzz", target.corpus().getFileName().toString());
    Path found = Files.createDirectories(folder.toAbsolutePath().resolve("inputs"));
    Path log = found.resolveSibling("log.txt");

    int result = fuzzer(target, found, log).waitFor();

    String output = Files.readString(log);
    assertThat(result).as("the log %s ends with:%n%s", log, end(output)).isZero();
    long executions = number(EXECUTIONS, output);
    System.out.printf("%s: %d executions, %d a second%n", target, executions, number(RATE, output));
    ALL.add(executions);
  }

  @AfterAll
  static void tellTheSum() {
    System.out.printf("all targets: %d executions%n", ALL.sum());
  }

  private static long number(Pattern pattern, String output) {
    Matcher matcher = pattern.matcher(output);
    assertThat(matcher.find()).as("%s in%n%s", pattern, end(output)).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  private static Process fuzzer(Target target, Path found, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // Parallel streams then compute where the cost is measured.
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0",
            "-Dardm.engine=java",
            "-Dardm.threads=1",
            "-Djava.io.tmpdir=" + temporary(),
            "-D" + MeasuredTarget.CLASS_PATH + "=" + System.getProperty("java.class.path"),
            "-cp",
            classPathOfTheFuzzer(),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + MeasuredTarget.class.getName(),
            "--target_args=" + target.className(),
            "--instrumentation_includes=io.ardmstream.**",
            "--instrumentation_excludes=" + slow(target),
            "--custom_hook_includes=io.ardmstream.**",
            "--custom_hook_excludes=" + slow(target),
            "--reproducer_path=" + found.getParent(),
            "-artifact_prefix=" + found.getParent() + "/",
            "-max_total_time=" + SECONDS,
            "-timeout=" + PATIENCE,
            "-max_len=8192",
            "-rss_limit_mb=3000",
            "-print_final_stats=1",
            found.toString(),
            target.corpus().toString())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static String classPathOfTheFuzzer() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.contains("jazzer") || entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** In memory, where there is such: some targets write their input into a file. */
  private static Path temporary() {
    return Files.isWritable(IN_MEMORY) ? IN_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
  }

  /**
   * Adaptive coders take a hundred times longer when watched, each bit that they pass as well as
   * what they think of it, so the classic one is where it is meant. Nothing branches in networks
   * and filters. What is not watched is not hooked either, which takes as long.
   */
  private static String slow(Target target) {
    String numbers = "io.ardmstream.network.**:io.ardmstream.transform.**";
    return target == Target.CLASSIC
        ? numbers
        : numbers
            + ":io.ardmstream.block.classic.**:io.ardmstream.block.coefficient.**"
            + ":io.ardmstream.mixing.**:io.ardmstream.coder.**:io.ardmstream.media.MixedBytes";
  }

  private static String end(String output) {
    return output.substring(Math.max(0, output.length() - 3000));
  }
}
