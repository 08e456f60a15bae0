package io.ardmstream.it.cluster;

import io.ardmstream.it.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker, ZooKeeper and a Flink cluster with high availability. */
final class SystemOfProcesses implements AutoCloseable {

  /** Losses are noticed and repaired fast. */
  private static final Map<String, String> HASTE =
      Map.of(
          "heartbeat.interval", "500 ms",
          "heartbeat.timeout", "8 s",
          "restart-strategy.exponential-delay.initial-backoff", "100 ms",
          "restart-strategy.exponential-delay.max-backoff", "1 s",
          "high-availability.zookeeper.client.session-timeout", "5 s");

  private final Deque<Runnable> stops = new ArrayDeque<>();
  private BrokerProcess broker;
  private FlinkCluster cluster;

  private SystemOfProcesses() {}

  /**
   * Starts everything.
   *
   * @param folder for all data
   * @param settings of Flink, beside those of the deployment
   * @param prefix what the commands of Flink begin with
   */
  static SystemOfProcesses start(Path folder, Map<String, String> settings, List<String> prefix)
      throws Exception {
    SystemOfProcesses system = new SystemOfProcesses();
    try {
      system.startAll(folder, settings, prefix);
      return system;
    } catch (Exception | AssertionError e) {
      system.close();
      throw e;
    }
  }

  private void startAll(Path folder, Map<String, String> settings, List<String> prefix)
      throws Exception {
    broker = BrokerProcess.start(Files.createDirectories(folder.resolve("kafka")));
    stops.push(broker::close);
    ZooKeeper zooKeeper = ZooKeeper.start(folder);
    stops.push(zooKeeper::close);
    Map<String, String> all = new HashMap<>(HASTE);
    all.put("taskmanager.memory.process.size", "3g");
    all.put("high-availability.type", "zookeeper");
    all.put("high-availability.zookeeper.quorum", zooKeeper.address());
    all.put("high-availability.storageDir", folder.resolve("jobs").toUri().toString());
    all.putAll(settings);
    cluster = FlinkCluster.start(folder, all, prefix);
    stops.push(cluster::close);
  }

  BrokerProcess broker() {
    return broker;
  }

  FlinkCluster cluster() {
    return cluster;
  }

  /** New topics for a scenario. */
  Pipeline pipeline(String name) throws Exception {
    return Pipeline.of(new Topics(broker.address()), cluster, name);
  }

  @Override
  public void close() {
    stops.forEach(Runnable::run);
  }
}
