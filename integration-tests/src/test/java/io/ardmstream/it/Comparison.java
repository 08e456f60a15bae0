package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Compares whole Kafka records; the topic and the order between partitions do not count. */
final class Comparison {

  private Comparison() {}

  static void assertSame(
      List<ProducerRecord<byte[], byte[]>> originals,
      List<ConsumerRecord<byte[], byte[]>> others,
      boolean values) {
    assertThat(others.stream().map(r -> text(r, values)))
        .containsExactlyInAnyOrderElementsOf(originals.stream().map(r -> text(r, values)).toList());
  }

  private static String text(ProducerRecord<byte[], byte[]> r, boolean values) {
    return text(r.timestamp(), r.key(), r.headers(), values ? r.value() : null);
  }

  private static String text(ConsumerRecord<byte[], byte[]> r, boolean values) {
    return text(r.timestamp(), r.key(), r.headers(), values ? r.value() : null);
  }

  /** Values are compared by length and hash, so that a difference is readable. */
  private static String text(long timestamp, byte[] key, Headers headers, byte[] value) {
    List<String> headerTexts = Stream.of(headers.toArray()).map(Comparison::text).toList();
    String valueText = value == null ? "null" : value.length + "/" + Arrays.hashCode(value);
    return timestamp + " " + Arrays.toString(key) + " " + headerTexts + " " + valueText;
  }

  private static String text(Header header) {
    return header.key() + "=" + Arrays.toString(header.value());
  }
}
