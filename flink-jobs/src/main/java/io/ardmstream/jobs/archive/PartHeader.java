package io.ardmstream.jobs.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * What the beginning of a part says.
 *
 * @param schema schema of its records
 * @param mark the bytes that end every block
 * @param length where the first block begins
 */
record PartHeader(Schema schema, byte[] mark, long length) {

  /** How the blocks of a part are compressed. */
  static final String CODEC = DataFileConstants.ZSTANDARD_CODEC;

  /** More than any schema takes. */
  static final int LONGEST = 1 << 16;

  private static final int MARK_BYTES = DataFileConstants.SYNC_SIZE;

  /**
   * Reads a header.
   *
   * @param bytes the beginning of the part: all of it, or as much as a header can take
   * @throws IOException if this is no header of a part
   */
  static PartHeader of(byte[] bytes) throws IOException {
    BinaryDecoder skipping = decoder(bytes);
    for (long left = skipping.skipMap(); left > 0; left = skipping.skipMap()) {
      for (; left > 0; left--) {
        skipping.skipString();
        skipping.skipBytes();
      }
    }
    // reading allocates what a length claims, skipping does not: hence only what was skipped is
    // read
    BinaryDecoder decoder = decoder(bytes);
    Map<String, String> facts = new HashMap<>();
    for (long left = decoder.readMapStart(); left > 0; left = decoder.mapNext()) {
      for (; left > 0; left--) {
        facts.put(decoder.readString(), text(decoder.readBytes(null)));
      }
    }
    if (!CODEC.equals(facts.get(DataFileConstants.CODEC))) {
      throw new IOException("its blocks are not compressed with " + CODEC);
    }
    byte[] mark = new byte[MARK_BYTES];
    decoder.readFixed(mark);
    Schema schema = new Schema.Parser().parse(facts.getOrDefault(DataFileConstants.SCHEMA, ""));
    return new PartHeader(schema, mark, bytes.length - decoder.inputStream().available());
  }

  private static BinaryDecoder decoder(byte[] bytes) throws IOException {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    byte[] magic = new byte[DataFileConstants.MAGIC.length];
    decoder.readFixed(magic);
    if (!Arrays.equals(magic, DataFileConstants.MAGIC)) {
      throw new IOException("it is no Avro container file");
    }
    return decoder;
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes).toString();
  }
}
