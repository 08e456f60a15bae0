package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.rates.RatesJob;
import io.ardmstream.jobs.replay.ReplayJob;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.lineage.LineageGraph;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a catalogue of data learns of the jobs through Flink's lineage. */
@ExtendWith(StreamingSystem.class)
@DisplayName("The lineage of a job names all that it reads and writes")
class LineageIT {

  @Test
  void compress(Streams streams) {
    LineageGraph lineage = lineage(CompressJob.prepare(streams.compressConfig()));

    assertThat(datasets(lineage.sources())).containsExactly(topic(streams, streams.raw));
    assertThat(datasets(lineage.sinks()))
        .containsExactlyInAnyOrder(
            topic(streams, streams.encoded),
            topic(streams, streams.statistics),
            topic(streams, streams.letters));
    assertThat(lineage.relations()).isNotEmpty();
  }

  @Test
  void replay(Streams streams) {
    LineageGraph lineage = lineage(ReplayJob.prepare(streams.replayConfig()));

    assertThat(datasets(lineage.sources())).containsExactly(topic(streams, streams.encoded));
    assertThat(datasets(lineage.sinks())).contains(topic(streams, streams.restored));
  }

  @Test
  void rates(Streams streams) throws Exception {
    String topic = streams.topic(streams.statistics + ".rates");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String database = postgres.getJdbcUrl("postgres", "postgres");
      LineageGraph lineage = lineage(RatesJob.prepare(streams.ratesConfig(topic, database)));

      assertThat(datasets(lineage.sources())).containsExactly(topic(streams, streams.statistics));
      assertThat(datasets(lineage.sinks()))
          .contains(
              topic(streams, topic),
              "postgres://localhost:%d postgres.ardm.rate_window".formatted(postgres.getPort()));
    }
  }

  private static LineageGraph lineage(StreamExecutionEnvironment job) {
    return job.getStreamGraph().getLineageGraph();
  }

  private static List<String> datasets(List<? extends LineageVertex> vertices) {
    return vertices.stream()
        .flatMap(vertex -> vertex.datasets().stream())
        .map(dataset -> dataset.namespace() + " " + dataset.name())
        .toList();
  }

  private static String topic(Streams streams, String name) {
    return "kafka://" + streams.broker.bootstrapServers() + " " + name;
  }
}
