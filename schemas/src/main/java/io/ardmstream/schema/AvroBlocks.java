package io.ardmstream.schema;

import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The blocks of an Avro container file: records of one schema, back to back, decompressed.
 *
 * @param <T> the generated record class
 */
public final class AvroBlocks<T extends SpecificRecordBase> {

  private final AvroBody<T> body;

  private AvroBlocks(Class<T> type, String written) throws MalformedMessageException {
    SpecificData data = SpecificData.getForClass(type);
    Schema schema = data.getSchema(type);
    body = new AvroBody<>(published(written, schema), schema, data);
  }

  /**
   * The blocks of a file with this schema in its header.
   *
   * @throws MalformedMessageException if it is no published version of the record's schema
   */
  public static <T extends SpecificRecordBase> AvroBlocks<T> of(Class<T> type, String written)
      throws MalformedMessageException {
    return new AvroBlocks<>(type, written);
  }

  /**
   * The records of a block.
   *
   * @param block all bytes of the block
   * @param count number of records in it
   * @throws MalformedMessageException if the bytes are anything else; memory and time stay bounded
   *     by the number of bytes given
   */
  public List<T> records(byte[] block, long count) throws MalformedMessageException {
    return body.records(block, 0, count);
  }

  private static Schema published(String text, Schema schema) throws MalformedMessageException {
    try {
      Schema stated = new Schema.Parser().parse(text);
      long fingerprint = SchemaNormalization.parsingFingerprint64(stated);
      Schema found = PublishedSchemas.with(schema).findByFingerprint(fingerprint);
      if (found != null) {
        return found;
      }
    } catch (AvroRuntimeException e) {
      throw new MalformedMessageException("what should be a schema is none: " + e.getMessage(), e);
    }
    throw new MalformedMessageException(
        "its schema is no published version of %s; update this installation if a newer one wrote it"
            .formatted(schema.getFullName()));
  }
}
