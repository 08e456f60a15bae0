package io.ardmstream.schema;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Values in the wire format of schema registries: the byte 0, the number of the writer's schema in
 * four bytes (big-endian), then the record in Avro binary.
 */
public final class NumberedMessage {

  static final byte MAGIC = 0;
  static final int HEAD_LENGTH = 5;

  private NumberedMessage() {}

  /**
   * Makes such values.
   *
   * @param number of the current schema of the type
   */
  public static <T extends SpecificRecordBase> MessageWriter<T> writer(Class<T> type, int number) {
    byte[] head = ByteBuffer.allocate(HEAD_LENGTH).put(MAGIC).putInt(number).array();
    return new HeadedWriter<>(head, type);
  }

  /**
   * Reads such values, whatever schema wrote them, if that of the type can stand in for it by
   * Avro's rules.
   *
   * @param numbers knows the writers' schemas
   */
  public static <T extends SpecificRecordBase> MessageReader<T> reader(
      Class<T> type, SchemaNumbers numbers) {
    return new NumberedReader<>(type, numbers);
  }
}
