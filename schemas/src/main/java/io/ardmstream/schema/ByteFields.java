package io.ardmstream.schema;

import java.nio.ByteBuffer;

/** Conversion between byte arrays and the {@link ByteBuffer} fields of Avro records. */
public final class ByteFields {

  private ByteFields() {}

  /** The remaining bytes of a field, without moving its position; null stays null. */
  public static byte[] toArray(ByteBuffer field) {
    if (field == null) {
      return null;
    }
    if (field.hasArray() && field.arrayOffset() == 0 && field.array().length == field.remaining()) {
      return field.array();
    }
    byte[] bytes = new byte[field.remaining()];
    field.duplicate().get(bytes);
    return bytes;
  }

  /** A field holding these bytes without copying them; null stays null. */
  public static ByteBuffer of(byte[] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }
}
