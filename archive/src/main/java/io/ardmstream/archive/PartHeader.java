package io.ardmstream.archive;

import io.ardmstream.schema.AvroBlocks;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * What the beginning of a part says.
 *
 * @param blocks how its blocks are read
 * @param mark the bytes that end every block
 * @param length where the first block begins
 */
record PartHeader(AvroBlocks<EncodedRecord> blocks, byte[] mark, long length) {

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
   * @throws MalformedMessageException if its records are of an unknown schema
   */
  static PartHeader of(byte[] bytes) throws IOException, MalformedMessageException {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, null);
    byte[] magic = new byte[DataFileConstants.MAGIC.length];
    decoder.readFixed(magic);
    if (!Arrays.equals(magic, DataFileConstants.MAGIC)) {
      throw new IOException("it is no Avro container file");
    }
    Map<String, String> facts = facts(decoder);
    if (!CODEC.equals(facts.get(DataFileConstants.CODEC))) {
      throw new IOException("its blocks are not compressed with " + CODEC);
    }
    AvroBlocks<EncodedRecord> blocks =
        AvroBlocks.of(EncodedRecord.class, facts.getOrDefault(DataFileConstants.SCHEMA, ""));
    byte[] mark = new byte[MARK_BYTES];
    decoder.readFixed(mark);
    return new PartHeader(blocks, mark, bytes.length - decoder.inputStream().available());
  }

  private static Map<String, String> facts(BinaryDecoder decoder) throws IOException {
    Map<String, String> facts = new HashMap<>();
    for (long left = decoder.readMapStart(); left != 0; left = decoder.mapNext()) {
      if (left < 0) {
        throw new IOException("a map has the length " + left);
      }
      for (; left > 0; left--) {
        facts.put(text(decoder), text(decoder));
      }
    }
    return facts;
  }

  /** Avro's own readers allocate what a length claims. */
  private static String text(BinaryDecoder decoder) throws IOException {
    long length = decoder.readLong();
    if (length < 0 || length > decoder.inputStream().available()) {
      throw new EOFException("a text has the length " + length);
    }
    byte[] bytes = new byte[(int) length];
    decoder.readFixed(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
