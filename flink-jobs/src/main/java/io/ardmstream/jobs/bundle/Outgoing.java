package io.ardmstream.jobs.bundle;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

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

  /** The record without key and headers. */
  static TopicRecord bare(TopicRecord record) {
    return with(record, null, List.of());
  }

  /** The record with its key, then its headers, as long as they take no more bytes than that. */
  static TopicRecord cut(TopicRecord record, long most) {
    long left = most;
    ByteBuffer key = record.getKey();
    if (key != null && key.remaining() > left) {
      key = null;
    }
    left -= key == null ? 0 : key.remaining();
    List<Header> headers = new ArrayList<>();
    for (Header header : record.getHeaders()) {
      if (size(header) <= left) {
        headers.add(header);
        left -= size(header);
      }
    }
    return with(record, key, headers);
  }

  private static TopicRecord with(TopicRecord record, ByteBuffer key, List<Header> headers) {
    return new TopicRecord(
        record.getTopic(),
        record.getPartition(),
        record.getOffset(),
        record.getTimestamp(),
        key,
        headers,
        record.getValue());
  }

  /** At least the bytes Kafka counts for the record. */
  public static long size(TopicRecord record) {
    return overhead(record) + (record.getValue() == null ? 0 : record.getValue().remaining());
  }

  /** At least the bytes Kafka counts beside the value. */
  static long overhead(TopicRecord record) {
    long bytes = FRAMING + (record.getKey() == null ? 0 : record.getKey().remaining());
    for (Header header : record.getHeaders()) {
      bytes += size(header);
    }
    return bytes;
  }

  private static long size(Header header) {
    int value = header.getValue() == null ? 0 : header.getValue().remaining();
    return 3L * header.getKey().length() + value + 10;
  }
}
