package io.ardmstream.schema;

import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;

/**
 * Walks an Avro record without keeping anything. Reading one takes the memory that its lengths
 * claim, and skipping trusts them too; here each length has to fit what is left.
 */
final class AvroStructure {

  /**
   * More than any schema needs; schemas of a registry are a stranger's, and may name themselves.
   */
  private static final int DEEPEST = 100;

  private final BinaryDecoder in;
  private long itemsLeft;
  private int depth;

  /**
   * @param bytes how many there are; items of lists and maps may be no more, though some take none
   */
  AvroStructure(BinaryDecoder in, int bytes) {
    this.in = in;
    this.itemsLeft = bytes;
  }

  /**
   * Goes to the end of a value.
   *
   * @throws IOException if it claims more than there is
   */
  void check(Schema schema) throws IOException {
    if (depth++ == DEEPEST) {
      throw new IOException("values lie in each other deeper than " + DEEPEST);
    }
    checkType(schema);
    depth--;
  }

  private void checkType(Schema schema) throws IOException {
    switch (schema.getType()) {
      case RECORD -> {
        for (Schema.Field field : schema.getFields()) {
          check(field.schema());
        }
      }
      case ARRAY -> checkItems(schema.getElementType());
      case UNION -> check(schema.getTypes().get(in.readIndex()));
      case STRING, BYTES -> skip(in.readLong());
      case ENUM -> in.readEnum();
      case INT -> in.readInt();
      case LONG -> in.readLong();
      case FLOAT -> in.readFloat();
      case DOUBLE -> in.readDouble();
      case BOOLEAN -> in.readBoolean();
      case FIXED -> in.skipFixed(schema.getFixedSize());
      case NULL -> {}
      case MAP -> checkEntries(schema.getValueType());
    }
  }

  private void checkItems(Schema schema) throws IOException {
    for (long count = in.readArrayStart(); count != 0; count = in.arrayNext()) {
      take(count, "list");
      for (long i = 0; i < count; i++) {
        check(schema);
      }
    }
  }

  private void checkEntries(Schema schema) throws IOException {
    for (long count = in.readMapStart(); count != 0; count = in.mapNext()) {
      take(count, "map");
      for (long i = 0; i < count; i++) {
        skip(in.readLong());
        check(schema);
      }
    }
  }

  private void take(long count, String what) throws IOException {
    if (count < 0 || count > itemsLeft) {
      throw new IOException("a %s has the length %d".formatted(what, count));
    }
    itemsLeft -= count;
  }

  private void skip(long length) throws IOException {
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new EOFException("a value has the length " + length);
    }
    in.skipFixed((int) length);
  }
}
