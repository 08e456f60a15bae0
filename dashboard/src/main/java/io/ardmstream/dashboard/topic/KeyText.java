package io.ardmstream.dashboard.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.schema.RecordKey;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Keys as people read them; they may be anything. */
public final class KeyText {
  private KeyText() {}

  /** The key of the raw record, beside its statistics; empty: none. */
  public static String of(Headers headers) {
    Header header = headers.lastHeader(RecordKey.HEADER);
    return header == null ? "" : of(header.value());
  }

  /** A key; empty: none. */
  public static String of(byte[] key) {
    return key == null ? "" : new String(key, UTF_8).replaceAll("\\p{Cntrl}|\uFFFD", "?");
  }
}
