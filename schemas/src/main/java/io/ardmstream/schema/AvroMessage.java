package io.ardmstream.schema;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * One kind of record as the value of a Kafka record, in Avro's single-object encoding: the marker
 * {@code C3 01}, the 8-byte fingerprint of the writer's schema (little-endian CRC-64-AVRO), then
 * the record in Avro binary. The fingerprint lets every published version be read.
 *
 * <p>Not safe for use by several threads at once.
 *
 * @param <T> the generated record class
 */
public final class AvroMessage<T extends SpecificRecordBase>
    implements MessageReader<T>, MessageWriter<T> {

  private static final int HEADER_LENGTH = 10;

  private final Schema schema;
  private final byte[] header;
  private final SchemaStore writers;
  private final SpecificData data;
  private final HeadedWriter<T> writer;

  private AvroMessage(Class<T> type) {
    this.data = SpecificData.getForClass(type);
    this.schema = data.getSchema(type);
    this.header = header(schema);
    this.writers = PublishedSchemas.with(schema);
    this.writer = new HeadedWriter<>(header, type);
  }

  /** The message form of a generated record class. */
  public static <T extends SpecificRecordBase> AvroMessage<T> of(Class<T> type) {
    return new AvroMessage<>(type);
  }

  @Override
  public byte[] toBytes(T message) {
    return writer.toBytes(message);
  }

  /** The record that these bytes hold, whichever published version wrote it. */
  @Override
  public T fromBytes(byte[] bytes) throws MalformedMessageException {
    Schema written = writerOf(bytes);
    return new AvroBody<T>(written, schema, data).records(bytes, HEADER_LENGTH, 1).get(0);
  }

  private Schema writerOf(byte[] bytes) throws MalformedMessageException {
    if (bytes.length < HEADER_LENGTH || bytes[0] != header[0] || bytes[1] != header[1]) {
      throw new MalformedMessageException(
          "not an Avro "
              + schema.getName()
              + ": it does not start with the single-object marker C3 01; write such records with"
              + " Avro's BinaryMessageEncoder, or name the schema registry if they go by one"
              + " (registry.url of jobs, ardm.registry.url of Kafka clients)");
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    Schema written = writers.findByFingerprint(fingerprint);
    if (written == null || !written.getFullName().equals(schema.getFullName())) {
      throw new MalformedMessageException(
          "the Avro schema with fingerprint "
              + String.format("%016x", fingerprint)
              + " is no published version of "
              + schema.getFullName()
              + "; write the record with a published schema or update this installation");
    }
    return written;
  }

  private static byte[] header(Schema schema) {
    return ByteBuffer.allocate(HEADER_LENGTH)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0xC3)
        .put((byte) 0x01)
        .putLong(SchemaNormalization.parsingFingerprint64(schema))
        .array();
  }
}
