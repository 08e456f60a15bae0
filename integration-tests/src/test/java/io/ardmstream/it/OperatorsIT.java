package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.rates.RatesJob;
import io.ardmstream.jobs.replay.ReplayJob;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What savepoints know the operators by. Savepoints outlive versions, so these names never change
 * and no operator is without one.
 */
@ExtendWith(StreamingSystem.class)
class OperatorsIT {

  @Test
  void compress(Streams streams) {
    assertThat(uids(CompressJob.prepare(streams.compressConfig())))
        .doesNotContainValue(null)
        .containsAllEntriesOf(
            Map.of(
                "Source: source", "source",
                "compress", "compress",
                "sink: Writer", "sink",
                "sink: Committer", "Sink Committer: sink"));
  }

  @Test
  void replay(Streams streams) {
    assertThat(uids(ReplayJob.prepare(streams.replayConfig())))
        .doesNotContainValue(null)
        .containsAllEntriesOf(
            Map.of(
                "Source: source", "source",
                "replay", "replay",
                "sink: Writer", "sink",
                "sink: Committer", "Sink Committer: sink"));
  }

  @Test
  void rates(Streams streams) throws Exception {
    String topic = streams.topic(streams.statistics + ".rates");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String database = postgres.getJdbcUrl("postgres", "postgres");
      assertThat(uids(RatesJob.prepare(streams.ratesConfig(topic, database))))
          .doesNotContainValue(null)
          .containsAllEntriesOf(
              Map.of(
                  "Source: source", "source",
                  "read", "read",
                  "totals", "totals",
                  "database: Writer", "database",
                  "messages", "messages",
                  "sink: Writer", "sink",
                  "sink: Committer", "Sink Committer: sink"));
    }
  }

  @Test
  @DisplayName("an operator without a name is seen")
  void missing() {
    StreamExecutionEnvironment job = StreamExecutionEnvironment.getExecutionEnvironment();
    job.fromSequence(1, 2).uid("numbers").print();
    assertThat(uids(job)).containsEntry("Source: Sequence Source", "numbers").containsValue(null);
  }

  private static Map<String, String> uids(StreamExecutionEnvironment job) {
    Map<String, String> uids = new TreeMap<>();
    for (StreamNode node : job.getStreamGraph().getStreamNodes()) {
      uids.put(node.getOperatorName(), node.getTransformationUID());
    }
    return uids;
  }
}
