package io.ardmstream.schema;

import java.nio.ByteBuffer;

/** The value that an original Kafka record had: media, with what was around them in it. */
public final class OriginalValue {

  private OriginalValue() {}

  /** The value that was encoded, whose media were decoded. */
  public static byte[] of(EncodedRecord record, byte[] media) {
    return of(
        ByteFields.toArray(record.getEnvelopeHead()),
        media,
        ByteFields.toArray(record.getEnvelopeTail()));
  }

  /**
   * The value of these parts.
   *
   * @param media is the value itself where nothing was around it
   */
  public static byte[] of(byte[] head, byte[] media, byte[] tail) {
    if (head.length + tail.length == 0) {
      return media;
    }
    return ByteBuffer.allocate(head.length + media.length + tail.length)
        .put(head)
        .put(media)
        .put(tail)
        .array();
  }
}
