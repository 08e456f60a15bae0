package io.ardmstream.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * S3Proxy in a process of its own. It serves the folders of a folder as buckets, by Amazon's
 * protocol and with its signatures.
 */
final class S3Server implements AutoCloseable {
  private static final Path PROGRAM = Path.of("target", "s3proxy", "s3proxy.jar");
  private static final Path PLUGINS = Path.of("target", "flink-plugins");
  private static final String USER = "media";
  private static final String SECRET = "a-secret";

  private final Path folder;
  private final ServerProcess process;
  private final int port;

  private S3Server(Path folder, ServerProcess process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param folder takes the buckets and its settings
   */
  static S3Server start(Path folder) throws IOException, InterruptedException {
    int port = ServerProcess.freePort();
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
    ServerProcess process =
        ServerProcess.start(
            "s3proxy",
            List.of(
                ServerProcess.java(),
                "-Xmx256m",
                "-jar",
                PROGRAM.toString(),
                "--properties",
                settings.toString()));
    process.await(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    return new S3Server(folder, process, port);
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
  public void close() throws InterruptedException {
    process.close();
  }
}
