package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.RateStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code docs/SQL.md} holds: plain Flink SQL reads the statistics that the compress job wrote. */
@ExtendWith(StreamingSystem.class)
class FlinkSqlIT {

  private static final AvroMessage<RateStatistics> STATISTICS =
      AvroMessage.of(RateStatistics.class);

  private final TableEnvironment flink = TableEnvironment.create(EnvironmentSettings.inBatchMode());

  @Test
  @DisplayName("the statements of the page give what the topic says")
  void statementsOfThePage(Streams streams) throws Exception {
    List<RateStatistics> topic = compressed(streams);
    List<String> statements = SqlPage.statements(streams);
    flink.getConfig().set("parallelism.default", "1");
    flink.executeSql(statements.get(0));

    assertThat(rows("select single_object, fingerprint from rate_statistics"))
        .hasSameSizeAs(topic)
        .allMatch(row -> row.getField(0).equals(-98));
    assertThat(columns()).isEqualTo(fields());
    assertThat(rows("select id, encoded_bytes, ideal_bits, fallback_reasons from rate_statistics"))
        .extracting(row -> row.getField(0) + " " + row.getField(1) + " " + row.getField(2))
        .hasSameElementsAs(
            topic.stream()
                .map(one -> one.getId() + " " + one.getEncodedBytes() + " " + one.getIdealBits())
                .toList());
    assertAnswers(statements, topic);
  }

  private void assertAnswers(List<String> statements, List<RateStatistics> topic) throws Exception {
    long saved = topic.stream().mapToLong(one -> one.getRawBytes() - one.getEncodedBytes()).sum();
    List<Row> byModel = rows(statements.get(1));
    assertThat(byModel).hasSize(3).allMatch(FlinkSqlIT::isSinceKnown);
    assertThat(byModel.stream().mapToLong(row -> row.getFieldAs("saved_bytes")).sum())
        .isEqualTo(saved);

    double raw = topic.stream().mapToLong(RateStatistics::getRawBytes).sum();
    double encoded = topic.stream().mapToLong(RateStatistics::getEncodedBytes).sum();
    assertThat(rows(statements.get(2)))
        .singleElement()
        .satisfies(row -> assertThat(row.<Double>getFieldAs("ratio")).isEqualTo(raw / encoded));

    assertThat(rows(statements.get(3)))
        .extracting(row -> row.<String>getFieldAs("reason"))
        .hasSameElementsAs(
            topic.stream().flatMap(one -> one.getFallbackReasons().stream()).distinct().toList());
  }

  /** Records of one hour: for an image model, for an audio model, and for none. */
  private static List<RateStatistics> compressed(Streams streams) throws Exception {
    streams.produce(
        Stream.of(
                Samples.named("images/dragonfly-on-lavender.ppm"),
                Samples.named("audio/speech-bed.wav"),
                Media.gradient(64, 64, 0))
            .map(value -> new ProducerRecord<byte[], byte[]>(streams.raw, 0, 1L, null, value))
            .toList());
    streams.compress();
    List<RateStatistics> topic = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : streams.committed(streams.statistics)) {
      topic.add(STATISTICS.fromBytes(record.value()));
    }
    assertThat(topic).hasSize(3);
    return topic;
  }

  private List<String> columns() {
    List<String> names = flink.from("rate_statistics").getResolvedSchema().getColumnNames();
    return names.subList(2, names.size());
  }

  /** The fields of the schema, written as columns are. */
  private static List<String> fields() {
    return RateStatistics.getClassSchema().getFields().stream()
        .map(field -> field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
        .toList();
  }

  private List<Row> rows(String select) throws Exception {
    List<Row> rows = new ArrayList<>();
    try (CloseableIterator<Row> result = flink.executeSql(select).collect()) {
      result.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static boolean isSinceKnown(Row row) {
    return row.getField("since") != null;
  }
}
