package io.ardmstream.demo;

import io.ardmstream.dashboard.Dashboard;
import io.ardmstream.dashboard.topic.KafkaSource;
import io.ardmstream.schema.WireFormat;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** The dashboard of the demo, for this machine only. */
final class LivePage {

  private static final int MOST_SERIES = 100;

  private LivePage() {}

  /** Starts it at its usual port, or at another one if that is taken. */
  static Dashboard open(String bootstrapServers, String statistics, String encoded, String letters)
      throws IOException {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", bootstrapServers);
    KafkaSource source =
        new KafkaSource(
            client,
            WireFormat.singleObject(),
            statistics,
            Optional.of(encoded),
            Optional.of(letters),
            Duration.ofDays(1));
    try {
      return open(source, Dashboard.DEFAULT_PORT);
    } catch (BindException taken) {
      return open(source, 0);
    }
  }

  private static Dashboard open(KafkaSource source, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
    return Dashboard.start(source, address, MOST_SERIES);
  }
}
