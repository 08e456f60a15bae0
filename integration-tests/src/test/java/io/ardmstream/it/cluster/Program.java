package io.ardmstream.it.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program in a process of its own, which never outlives the JVM that started it. */
final class Program implements AutoCloseable {

  private static final Path LOGS = Path.of("target", "cluster");

  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param name of its log, in the folder {@code target/cluster}
   * @param environment variables beside those of this process
   */
  static Program start(String name, List<String> command, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(LOGS);
    Path log = Files.createTempFile(LOGS, name + "-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectInput(new File("/dev/null")).redirectOutput(log.toFile());
    Process process = builder.start();
    guard(process);
    return new Program(process, log);
  }

  /** Arguments that start a main class in a JVM like this one. */
  static List<String> java(List<String> jvm, String classPath, String main, List<String> program) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("jvm.flags").split(" ")));
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(program);
    return command;
  }

  /**
   * A shell that kills the process once this JVM is gone, even by {@code kill -9}: its input ends
   * then without a word.
   */
  private static void guard(Process process) throws IOException {
    Process guard =
        new ProcessBuilder("sh", "-c", "read -r over || kill -9 $0", "" + process.pid()).start();
    process
        .onExit()
        .thenRun(
            () -> {
              try (OutputStream input = guard.getOutputStream()) {
                input.write("over\n".getBytes(UTF_8));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  long pid() {
    return process.pid();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** What it has printed. */
  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Waits for its end and returns what it has printed; fails if it reports a failure. */
  String finish() {
    if (process.onExit().join().exitValue() != 0) {
      throw new AssertionError("a program failed, see " + log + ":\n" + output());
    }
    return output();
  }

  @Override
  public void close() {
    kill();
  }

  @Override
  public String toString() {
    return log.getFileName() + " (" + process.pid() + ")";
  }
}
