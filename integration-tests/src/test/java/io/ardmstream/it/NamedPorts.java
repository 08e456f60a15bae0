package io.ardmstream.it;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The ports that pages of documentation name. Tests run in several JVMs side by side; of those that
 * type what a page says, one at a time has the ports.
 */
final class NamedPorts implements AutoCloseable {
  private static final Path LOCK = Path.of("target", "named-ports.lock");

  private final FileChannel lock;

  private NamedPorts(FileChannel lock) {
    this.lock = lock;
  }

  /**
   * Waits until no other test has them.
   *
   * @throws IOException if another program listens on one of them
   */
  static NamedPorts take(int... ports) throws IOException {
    Files.createDirectories(LOCK.getParent());
    NamedPorts taken = new NamedPorts(FileChannel.open(LOCK, CREATE, WRITE));
    try {
      taken.lock.lock();
      for (int port : ports) {
        new ServerSocket(port).close();
      }
      return taken;
    } catch (IOException e) {
      taken.close();
      throw e;
    }
  }

  /** Ends when the JVM does as well. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
