package io.ardmstream.schema;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/** Writes records in Avro binary, each behind the same bytes, which name its schema. */
final class HeadedWriter<T> implements MessageWriter<T> {

  private final byte[] head;
  private final SpecificDatumWriter<T> writer;

  HeadedWriter(byte[] head, Class<T> type) {
    SpecificData data = SpecificData.getForClass(type);
    this.head = head;
    this.writer = new SpecificDatumWriter<>(data.getSchema(type), data);
  }

  @Override
  public byte[] toBytes(T message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      writer.write(message, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }
}
