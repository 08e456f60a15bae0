package io.ardmstream.jobs.bundle;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;

/** Records about to be written. */
public final class Outgoing {

  /** More than Kafka's batch and record framing takes. */
  private static final int FRAMING = 1024;

  private Outgoing() {}

  /** A record with the key, headers and timestamp of another. */
  public static TopicRecord like(TopicRecord original, String topic, byte[] value) {
    return new TopicRecord(
        topic,
        -1,
        -1L,
        original.getTimestamp(),
        original.getKey(),
        original.getHeaders(),
        ByteFields.of(value));
  }

  /** At least the bytes Kafka counts for the record. */
  public static long size(TopicRecord record) {
    return overhead(record) + (record.getValue() == null ? 0 : record.getValue().remaining());
  }

  /** At least the bytes Kafka counts beside the value. */
  static long overhead(TopicRecord record) {
    long bytes = FRAMING + (record.getKey() == null ? 0 : record.getKey().remaining());
    for (Header header : record.getHeaders()) {
      int value = header.getValue() == null ? 0 : header.getValue().remaining();
      bytes += 3L * header.getKey().length() + value + 10;
    }
    return bytes;
  }
}
