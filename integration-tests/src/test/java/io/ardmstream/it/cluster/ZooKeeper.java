package io.ardmstream.it.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The ZooKeeper that Flink brings along, in a process of its own. */
final class ZooKeeper implements AutoCloseable {

  private static final String MAIN =
      "org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain";

  private final Program program;
  private final String address;

  private ZooKeeper(Program program, String address) {
    this.program = program;
    this.address = address;
  }

  /**
   * Starts it.
   *
   * @param folder for its data
   */
  static ZooKeeper start(Path folder) throws IOException {
    int port = Ports.free();
    Path settings = folder.resolve("zoo.cfg");
    Files.writeString(
        settings,
        """
        dataDir=%s
        clientPortAddress=127.0.0.1
        clientPort=%d
        tickTime=500
        admin.enableServer=false
        """
            .formatted(folder.resolve("zookeeper"), port));
    List<String> command =
        Program.java(
            List.of("-Xmx128m", ProcessLogging.FLAG),
            FlinkHome.classPath(),
            MAIN,
            List.of(settings.toString()));
    return new ZooKeeper(Program.start("zookeeper", command, Map.of()), "127.0.0.1:" + port);
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    program.close();
  }
}
