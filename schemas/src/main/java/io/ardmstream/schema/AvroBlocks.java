package io.ardmstream.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The blocks of an Avro container file: records of one schema, back to back, decompressed.
 *
 * @param <T> the generated record class
 */
public final class AvroBlocks<T extends SpecificRecordBase> {

  private final Schema written;
  private final Schema schema;
  private final SpecificData data;

  private AvroBlocks(Class<T> type, String written) throws MalformedMessageException {
    this.data = SpecificData.getForClass(type);
    this.schema = data.getSchema(type);
    this.written = published(written);
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
    try {
      checkStructure(block, count);
      BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(block, null);
      SpecificDatumReader<T> reader = new SpecificDatumReader<>(written, schema, data);
      List<T> records = new ArrayList<>();
      for (long left = count; left > 0; left--) {
        records.add(reader.read(null, decoder));
      }
      return records;
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | UnsupportedOperationException e) {
      throw new MalformedMessageException("a " + schema.getName() + " is damaged: " + e, e);
    }
  }

  private void checkStructure(byte[] block, long count)
      throws IOException, MalformedMessageException {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(block, null);
    AvroStructure structure = new AvroStructure(decoder);
    for (long left = count; left > 0; left--) {
      structure.check(written);
    }
    if (!decoder.isEnd()) {
      throw new MalformedMessageException("bytes follow the last record of the block");
    }
  }

  private Schema published(String text) throws MalformedMessageException {
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
