package io.ardmstream.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that is not of this project, in a process of its own. */
final class ServerProcess implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int PATIENCE = 3000;

  private final String name;
  private final Process process;
  private final Path log;

  private ServerProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /** Tells whether a server is there. */
  interface Question {

    /** Returns when it has answered. */
    void ask() throws IOException, InterruptedException;
  }

  /**
   * Starts a server; it need not listen yet.
   *
   * @param name of its log in the folder {@code target}
   */
  static ServerProcess start(String name, List<String> command) throws IOException {
    Path log = Files.createTempFile(Path.of("target"), name + "-", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new ServerProcess(name, builder.redirectOutput(log.toFile()).start(), log);
  }

  /** The program that runs this JVM. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A port that nobody uses now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Asks until the question is answered; fails if the server ends, or after five minutes. */
  void await(Question question) throws IOException, InterruptedException {
    for (int left = PATIENCE; ; left--) {
      try {
        question.ask();
        return;
      } catch (IOException notYet) {
        requireRunning();
        if (left == 0) {
          throw new IOException(name + " does not answer; see " + log, notYet);
        }
        Thread.sleep(PAUSE.toMillis());
      }
    }
  }

  /** Fails if the server has ended. */
  void requireRunning() {
    if (!process.isAlive()) {
      throw new IllegalStateException(name + " has ended; see " + log);
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
