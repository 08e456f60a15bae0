package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.cli.Ardm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The command line, run as a process of its own to its end.
 *
 * @param exitCode what it returned to the shell
 * @param out what it printed
 * @param err what it printed on standard error
 */
record ArdmProcess(int exitCode, String out, String err) {

  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Runs it with a heap of half a gigabyte. */
  static ArdmProcess run(List<String> arguments) throws Exception {
    return run("-Xmx512m", arguments);
  }

  /**
   * Runs it.
   *
   * @param heap the option of the JVM that bounds its heap
   */
  static ArdmProcess run(String heap, List<String> arguments) throws Exception {
    return run(heap, PATIENCE, arguments);
  }

  /**
   * Runs it.
   *
   * @param heap the option of the JVM that bounds its heap
   * @param patience after which it is killed
   */
  static ArdmProcess run(String heap, Duration patience, List<String> arguments) throws Exception {
    return run(heap, patience, System.getProperty("java.class.path"), arguments);
  }

  /**
   * Runs it.
   *
   * @param heap the option of the JVM that bounds its heap
   * @param patience after which it is killed
   * @param classPath of the process
   */
  static ArdmProcess run(String heap, Duration patience, String classPath, List<String> arguments)
      throws Exception {
    return run(Path.of(System.getProperty("java.home")), heap, patience, classPath, arguments);
  }

  /**
   * Runs it with a heap of half a gigabyte.
   *
   * @param environment further variables
   */
  static ArdmProcess run(Map<String, String> environment, List<String> arguments) throws Exception {
    return run(
        Path.of(System.getProperty("java.home")),
        "-Xmx512m",
        PATIENCE,
        System.getProperty("java.class.path"),
        environment,
        arguments);
  }

  /**
   * Runs it.
   *
   * @param javaHome the Java that runs it
   * @param heap the option of the JVM that bounds its heap
   * @param patience after which it is killed
   * @param classPath of the process
   */
  static ArdmProcess run(
      Path javaHome, String heap, Duration patience, String classPath, List<String> arguments)
      throws Exception {
    return run(javaHome, heap, patience, classPath, Map.of(), arguments);
  }

  private static ArdmProcess run(
      Path javaHome,
      String heap,
      Duration patience,
      String classPath,
      Map<String, String> environment,
      List<String> arguments)
      throws Exception {
    Path out = Files.createTempFile(Path.of("target"), "ardm-", ".out");
    Path err = Files.createTempFile(Path.of("target"), "ardm-", ".err");
    Process process =
        builder(javaHome, heap, classPath, environment, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return new ArdmProcess(
        process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /** Starts it with a heap of half a gigabyte; whoever starts it ends it. */
  static Process start(Map<String, String> environment, List<String> arguments) throws Exception {
    return builder(
            Path.of(System.getProperty("java.home")),
            "-Xmx512m",
            System.getProperty("java.class.path"),
            environment,
            arguments)
        .redirectErrorStream(true)
        .redirectOutput(Files.createTempFile(Path.of("target"), "ardm-", ".log").toFile())
        .start();
  }

  private static ProcessBuilder builder(
      Path javaHome,
      String heap,
      String classPath,
      Map<String, String> environment,
      List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve(Path.of("bin", "java")).toString());
    command.add(heap);
    command.add("-Dardm.home=..");
    command.addAll(Arrays.asList(System.getProperty("jvm.flags").split(" ")));
    command.addAll(List.of("-cp", classPath, Ardm.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }
}
