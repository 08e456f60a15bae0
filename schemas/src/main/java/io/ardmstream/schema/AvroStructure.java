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

  private final BinaryDecoder in;

  AvroStructure(BinaryDecoder in) {
    this.in = in;
  }

  /**
   * Goes to the end of a value.
   *
   * @throws IOException if it claims more than there is
   */
  void check(Schema schema) throws IOException {
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
      if (count < 0) {
        throw new IOException("a list has the length " + count);
      }
      for (long i = 0; i < count; i++) {
        check(schema);
      }
    }
  }

  private void checkEntries(Schema schema) throws IOException {
    for (long count = in.readMapStart(); count != 0; count = in.mapNext()) {
      if (count < 0) {
        throw new IOException("a map has the length " + count);
      }
      for (long i = 0; i < count; i++) {
        skip(in.readLong());
        check(schema);
      }
    }
  }

  private void skip(long length) throws IOException {
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new EOFException("a value has the length " + length);
    }
    in.skipFixed((int) length);
  }
}
