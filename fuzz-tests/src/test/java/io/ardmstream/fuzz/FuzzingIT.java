package io.ardmstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Looks for input that breaks a parser. A finding is left in {@code target/fuzz/NAME/}; once it is
 * fixed it belongs in {@code corpus/NAME/}.
 */
class FuzzingIT {

  private static final String SECONDS = System.getProperty("fuzz.seconds", "6");

  /** The first input waits until the classes it needs are loaded, for long on a busy machine. */
  private static final int PATIENCE = 60;

  private static final Pattern EXECUTIONS =
      Pattern.compile("number_of_executed_units: *([1-9][0-9]*)");

  @ParameterizedTest
  @EnumSource
  void findsNothing(Target target) throws Exception {
    Path folder = Path.of("target", "fuzz", target.corpus().getFileName().toString());
    Path found = Files.createDirectories(folder.toAbsolutePath().resolve("inputs"));
    Path log = found.resolveSibling("log.txt");

    int result = fuzzer(target, found, log).waitFor();

    String output = Files.readString(log);
    assertThat(result).as("the log %s ends with:%n%s", log, end(output)).isZero();
    Matcher executions = EXECUTIONS.matcher(output);
    assertThat(executions.find()).as(log.toString()).isTrue();
    System.out.printf("%s: %s executions%n", target, executions.group(1));
  }

  private static Process fuzzer(Target target, Path found, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.className(),
            "--instrumentation_includes=io.ardmstream.**",
            "--instrumentation_excludes=" + slow(target),
            "--custom_hook_includes=io.ardmstream.**",
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

  /** The classic coder takes a hundred times longer when watched, so it is where it is meant. */
  private static String slow(Target target) {
    return target == Target.CLASSIC
        ? ""
        : "io.ardmstream.block.classic.**:io.ardmstream.block.coefficient.**:io.ardmstream.mixing.**";
  }

  private static String end(String output) {
    return output.substring(Math.max(0, output.length() - 3000));
  }
}
