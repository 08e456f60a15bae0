package io.ardmstream.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * Records in Avro binary, back to back.
 *
 * @param written schema they were written with
 * @param schema schema they are wanted in
 * @param data of the record's class
 * @param <T> the generated record class
 */
record AvroBody<T>(Schema written, Schema schema, SpecificData data) {

  /**
   * The records from a place on.
   *
   * @throws MalformedMessageException if not exactly so many follow; memory and time stay bounded
   *     by the number of bytes given
   */
  List<T> records(byte[] bytes, int start, long count) throws MalformedMessageException {
    try {
      checkStructure(decoder(bytes, start), bytes.length, count);
      BinaryDecoder decoder = decoder(bytes, start);
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
      throw new MalformedMessageException(
          "the Avro body of this " + schema.getName() + " is damaged: " + e, e);
    }
  }

  /** Reading allocates what a length field claims: hence check everything first. */
  private void checkStructure(BinaryDecoder decoder, int bytes, long count)
      throws IOException, MalformedMessageException {
    AvroStructure structure = new AvroStructure(decoder, bytes);
    for (long left = count; left > 0; left--) {
      structure.check(written);
    }
    if (!decoder.isEnd()) {
      throw new MalformedMessageException("bytes follow the end of the Avro record");
    }
  }

  private static BinaryDecoder decoder(byte[] bytes, int start) {
    return DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null);
  }
}
