package io.ardmstream.jobs.kafka.sink;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The header with the timestamp of a record whose topic did not take it: milliseconds since 1970 in
 * UTC, in decimal digits.
 */
public final class OriginalTime {

  /** Name of the header. */
  public static final String HEADER = "ardm.original-timestamp";

  private static final int MOST_DIGITS = 18;

  private OriginalTime() {}

  public static RecordHeader header(long timestamp) {
    return new RecordHeader(HEADER, Long.toString(timestamp).getBytes(StandardCharsets.UTF_8));
  }

  /** The record as it was before its last header of this kind, which is taken off. */
  public static TopicRecord restore(TopicRecord record) {
    List<Header> headers = record.getHeaders();
    int last = headers.size() - 1;
    if (last < 0 || !headers.get(last).getKey().equals(HEADER)) {
      return record;
    }
    byte[] digits = ByteFields.toArray(headers.get(last).getValue());
    if (!areDigits(digits)) {
      return record;
    }
    return new TopicRecord(
        record.getTopic(),
        record.getPartition(),
        record.getOffset(),
        Long.parseLong(new String(digits, StandardCharsets.UTF_8)),
        record.getKey(),
        new ArrayList<>(headers.subList(0, last)),
        record.getValue());
  }

  private static boolean areDigits(byte[] text) {
    boolean fits = text != null && text.length > 0 && text.length <= MOST_DIGITS;
    for (int i = 0; fits && i < text.length; i++) {
      fits = text[i] >= '0' && text[i] <= '9';
    }
    return fits;
  }
}
