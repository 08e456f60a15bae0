package io.ardmstream.demo;

import io.ardmstream.jobs.kafka.TopicCreation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker with its controller, in this process, for one user on this machine. It
 * listens on the loopback address only.
 */
public final class LocalBroker implements AutoCloseable {

  /** Largest record that its topics take, in bytes. */
  public static final int MAX_RECORD_BYTES = 48 << 20;

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private LocalBroker(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Formats the storage and starts the broker.
   *
   * @param directory an empty directory for its data
   */
  public static LocalBroker start(Path directory) throws IOException {
    return start(directory, Map.of());
  }

  /**
   * Formats the storage and starts the broker.
   *
   * @param directory an empty directory for its data
   * @param settings further settings of the broker, which win; {@code listeners} are added to its
   *     own
   */
  public static LocalBroker start(Path directory, Map<String, String> settings) throws IOException {
    List<String> addresses = freeAddresses();
    Properties properties = BrokerSettings.of(directory, addresses.get(0), addresses.get(1));
    properties.setProperty("controlled.shutdown.enable", "false");
    settings.forEach((name, value) -> add(properties, name, value));
    format(directory, properties);
    return run(addresses.get(0), properties);
  }

  /**
   * Starts the broker at a port, with what its directory holds of an earlier run.
   *
   * @param directory for its data; made and formatted on first use
   * @throws IOException if the port is taken, or the directory cannot be used
   */
  public static LocalBroker startAt(int port, Path directory) throws IOException {
    requireFree(port);
    String address = "127.0.0.1:" + port;
    Properties properties = BrokerSettings.of(directory, address, freeAddresses().get(1));
    properties.setProperty("controlled.shutdown.enable", "false");
    Files.createDirectories(directory);
    if (!Files.exists(directory.resolve("data").resolve("meta.properties"))) {
      format(directory, properties);
    }
    return run(address, properties);
  }

  private static LocalBroker run(String address, Properties properties) {
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    server.startup();
    return new LocalBroker(server, address);
  }

  private static void requireFree(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress("127.0.0.1", port));
    } catch (BindException taken) {
      throw new IOException(
          "something listens at port %d already: stop it, or choose another with --port"
              .formatted(port),
          taken);
    }
  }

  /** Where clients find it. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Makes a topic. */
  public void createTopic(String name, int partitions, Map<String, String> config) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(config);
      TopicCreation.create(admin, topic);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot make the topic " + name, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making the topic " + name, e);
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void add(Properties properties, String name, String value) {
    boolean list = name.equals("listeners");
    properties.merge(name, value, (ours, further) -> list ? ours + "," + further : further);
  }

  private static void format(Path directory, Properties properties) throws IOException {
    Path file = directory.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    String[] command = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
    int code =
        StorageTool.execute(command, new PrintStream(messages, true, StandardCharsets.UTF_8));
    if (code != 0) {
      throw new IOException(
          "cannot format the broker's storage: " + messages.toString(StandardCharsets.UTF_8));
    }
  }

  private static List<String> freeAddresses() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket first = new ServerSocket(0, 1, loopback);
        ServerSocket second = new ServerSocket(0, 1, loopback)) {
      return List.of(address(first), address(second));
    }
  }

  private static String address(ServerSocket socket) {
    return "127.0.0.1:" + socket.getLocalPort();
  }
}
