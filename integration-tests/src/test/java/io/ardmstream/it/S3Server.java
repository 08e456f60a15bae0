package io.ardmstream.it;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * S3Proxy in a process of its own. It serves the folders of a folder as buckets, by Amazon's
 * protocol and with its signatures.
 */
final class S3Server implements AutoCloseable {
  private static final Path PROGRAM = Path.of("target", "s3proxy", "s3proxy.jar");
  private static final Path PLUGINS = Path.of("target", "flink-plugins");
  private static final String USER = "media";
  private static final String SECRET = "a-secret";
  private static final long PAUSE_NANOS = 100_000_000;
  private static final int PATIENCE = 600;

  private final Path folder;
  private final Process process;
  private final int port;

  private S3Server(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param folder takes the buckets and its settings
   */
  static S3Server start(Path folder) throws IOException {
    int port = Prometheus.freePort();
    Files.createDirectories(folder.resolve("buckets"));
    Path settings =
        Files.writeString(
            folder.resolve("s3proxy.conf"),
            """
            s3proxy.endpoint=http://127.0.0.1:%d
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            jclouds.provider=filesystem
            jclouds.filesystem.basedir=%s
            """
                .formatted(port, USER, SECRET, folder.resolve("buckets").toAbsolutePath()));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java, "-Xmx256m", "-jar", PROGRAM.toString(), "--properties", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile())
            .start();
    S3Server server = new S3Server(folder, process, port);
    server.awaitStart();
    return server;
  }

  private void awaitStart() throws IOException {
    for (int tries = 0; tries < PATIENCE && process.isAlive(); tries++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        return;
      } catch (IOException notYet) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    throw new IOException("S3Proxy does not start: see " + folder.resolve("s3proxy.log"));
  }

  /** Makes a bucket; the folder that holds its objects. */
  Path bucket(String name) throws IOException {
    return Files.createDirectories(folder.resolve("buckets").resolve(name));
  }

  /** Variables of the environment that let Flink's plugin find it. */
  Map<String, String> environment() throws IOException {
    Files.write(
        folder.resolve("config.yaml"),
        List.of(
            "s3.endpoint: http://127.0.0.1:" + port,
            "s3.path.style.access: true",
            "s3.access-key: " + USER,
            "s3.secret-key: " + SECRET));
    return Map.of(
        "FLINK_PLUGINS_DIR", PLUGINS.toAbsolutePath().toString(),
        "FLINK_CONF_DIR", folder.toAbsolutePath().toString());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
