package io.ardmstream.demo;

import java.nio.file.Path;
import java.util.Properties;

/** Settings of a Kafka broker with its controller, for one user on this machine. */
public final class BrokerSettings {

  private BrokerSettings() {}

  /**
   * The settings.
   *
   * @param directory for its data
   * @param address where clients find it, a host and a port
   * @param controller where it finds its controller, likewise
   */
  public static Properties of(Path directory, String address, String controller) {
    Properties properties = new Properties();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", "1");
    properties.setProperty("controller.quorum.voters", "1@" + controller);
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller);
    properties.setProperty("log.dirs", directory.resolve("data").toString());
    properties.setProperty("auto.create.topics.enable", "false");
    String most = Integer.toString(LocalBroker.MAX_RECORD_BYTES);
    properties.setProperty("message.max.bytes", most);
    properties.setProperty("replica.fetch.max.bytes", most);
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "1");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("transaction.state.log.num.partitions", "4");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    return properties;
  }
}
