package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commands that are given a topic that does not exist. */
@ExtendWith(StreamingSystem.class)
class MissingTopicIT {

  @Test
  @DisplayName("produce says so instead of waiting for it, and names what makes it")
  void produce(Streams streams) throws Exception {
    long begin = System.nanoTime();
    ArdmProcess run =
        ArdmProcess.run(
            List.of(
                "produce",
                "--kafka.bootstrap-servers",
                streams.broker.bootstrapServers(),
                "--topic",
                "nobody.ardm",
                "../samples/audio/spoken-digit-seven.wav"));

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err())
        .contains("ardm: there is no topic nobody.ardm: ./ardm topics nobody makes it");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  @DisplayName("compress says nothing of a start before the topics were looked at")
  void compress(Streams streams) throws Exception {
    ArdmProcess run =
        ArdmProcess.run(
            List.of(
                "compress",
                "--kafka.bootstrap-servers",
                streams.broker.bootstrapServers(),
                "--input.topics",
                "nobody",
                "--output.topic",
                streams.encoded,
                "--output.statistics-topic",
                streams.statistics,
                "--output.dead-letter-topic",
                streams.letters));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("./ardm topics nobody makes").doesNotContain("Compressing");
  }
}
