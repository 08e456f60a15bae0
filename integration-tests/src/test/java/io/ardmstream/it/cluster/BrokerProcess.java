package io.ardmstream.it.cluster;

import io.ardmstream.demo.BrokerSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/** A Kafka broker with its controller, in a process of its own. */
final class BrokerProcess implements AutoCloseable {

  private static final List<String> JVM = List.of("-Xmx512m", ProcessLogging.FLAG);

  private final Path settings;
  private final String address;
  private Program program;

  private BrokerProcess(Path settings, String address) {
    this.settings = settings;
    this.address = address;
  }

  /**
   * Formats the storage and starts the broker.
   *
   * @param folder for its data
   */
  static BrokerProcess start(Path folder) throws Exception {
    String address = "127.0.0.1:" + Ports.free();
    Path settings = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(settings)) {
      properties(folder, address, "127.0.0.1:" + Ports.free()).store(writer, null);
    }
    List<String> format =
        List.of("format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString());
    try (Program formatting = java("kafka.tools.StorageTool", format)) {
      formatting.finish();
    }
    BrokerProcess broker = new BrokerProcess(settings, address);
    broker.start();
    return broker;
  }

  /** Where clients find it. */
  String address() {
    return address;
  }

  /** Starts it on the data it had. */
  void start() throws IOException {
    program = java("kafka.Kafka", List.of(settings.toString()));
  }

  /** {@code kill -9}. */
  void kill() {
    program.kill();
  }

  @Override
  public void close() {
    kill();
  }

  private static Program java(String main, List<String> arguments) throws IOException {
    String classPath = System.getProperty("java.class.path");
    return Program.start("kafka", Program.java(JVM, classPath, main, arguments), Map.of());
  }

  private static Properties properties(Path folder, String address, String controller) {
    Properties properties = BrokerSettings.of(folder, address, controller);
    // a broker that was killed may come back under its number after this time
    properties.setProperty("broker.heartbeat.interval.ms", "500");
    properties.setProperty("broker.session.timeout.ms", "3000");
    return properties;
  }
}
