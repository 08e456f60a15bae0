package io.ardmstream.block.coefficient;

import static io.ardmstream.block.coefficient.Magnitudes.mix;

import io.ardmstream.coder.binary.BitCoder;
import java.nio.charset.StandardCharsets;

/**
 * Passes bytes one after the other, each from its top bit, predicted from the bytes before and from
 * what followed the last time that five bytes were the same.
 */
final class ByteCoder {
  private static final int CONTEXTS = 7;
  private static final int LEAST_SLOT_BITS = 16;
  private static final int MOST_SLOT_BITS = 21;
  private static final int NODES = 256;
  private static final int MATCHED = 5;
  private static final int MOST_LENGTH = 31;
  private static final int TABLE_BITS = 16;

  /** What headers often begin with. */
  static final byte[] COMMON =
      ("\u00ff\u00d8\u00ff\u00e1\u0000\u0000Exif\0\0MM\0*\0\0\0\b\0\0"
              + "\u00ff\u00d8\u00ff\u00e1\u0000\u0000Exif\0\0II*\0\b\0\0\0\0\0http://ns.adobe.com/xap/1.0/\0<?xpacket"
              + " begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta"
              + " xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
              + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
              + " rdf:about=\"\""
              + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket"
              + " end=\"w\"?>\u00ff\u00e2ICC_PROFILE\0\1\1\u00ff\u00edPhotoshop"
              + " 3.0\0008BIM\4\4\0\0\0\0\u00ff\u00ee\0\16Adobe\0d\0\0\0\0\1\u00ff\u00fe\0\20"
              + "\u00ff\u00dd\0\4\0\0\u00ff\u00c0\0\13\b\0\0\0\0\1\1\21\0\u00ff\u00da\0\b\1\1\0\0?\0"
              + "\u00ff\u00d9\u00ff\u00d8\u00ff\u00e0\0\20JFIF\0\1\1\0\0\1\0\1\0\0\u00ff\u00db\0\u0084\0\1"
              + "\u00ff\u00c4\1\u00a2\0\20\1\21\u00ff\u00c2\0\21\b\0\0\0\0\3\1\21\0\2\21\1\3\21\1"
              + "\u00ff\u00da\0\b\1\1\0\1?\0\u00ff\u00c0\0\21\b\0\0\0\0\3\1\"\0\2\21\1\3\21\1"
              + "\u00ff\u00da\0\14\3\1\0\2\21\3\21\0?\0\u00ff\u00d9"
              + "\u00ff\u00d8\u00ff\u00e0\0\20JFIF\0\1\1\0\0\1\0\1\0\0\u00ff\u00db\0C\0\u00ff\u00db\0C\1"
              + "\u00ff\u00c0\0\21\b\0\0\0\0\3\1!\0\2\21\1\3\21\1"
              + "\u00ff\u00c4\0\37\0\u00ff\u00c4\0\u00b5\20\u00ff\u00c4\0\37\1\u00ff\u00c4\0\u00b5\21"
              + "\u00ff\u00da\0\14\3\1\0\2\21\3\21\0?\0\u00ff\u00d9")
          .getBytes(StandardCharsets.ISO_8859_1);

  private final BitPredictor predictor;
  private final int[] table = new int[1 << TABLE_BITS];
  private final byte[] bytes;
  private final int start;
  private int match;
  private int length;

  /** A coder of so many bytes. */
  ByteCoder(int count) {
    bytes = new byte[COMMON.length + count];
    start = COMMON.length;
    System.arraycopy(COMMON, 0, bytes, 0, start);
    int bits = 4 + Magnitudes.bits(count);
    int slotBits = Math.max(LEAST_SLOT_BITS, Math.min(MOST_SLOT_BITS, bits));
    int[] rows = {NODES, NODES, MOST_LENGTH + 1};
    predictor = new BitPredictor(CONTEXTS, slotBits, rows, NODES, NODES);
    BitCoder known = (bit, probability) -> bit;
    for (int i = 0; i < start; i++) {
      pass(known, i);
    }
  }

  /** Passes the bytes, which are written when decoding. */
  void pass(BitCoder port, byte[] those) {
    System.arraycopy(those, 0, bytes, start, those.length);
    for (int i = start; i < bytes.length; i++) {
      pass(port, i);
    }
    System.arraycopy(bytes, start, those, 0, those.length);
  }

  private void pass(BitCoder port, int at) {
    follow(at);
    int before = before(at, 1);
    int two = before(at, 2) << 8 | before;
    int four = before(at, 4) << 24 | before(at, 3) << 16 | two;
    int expected = length > 0 ? bytes[match] & 0xFF : -1;
    predictor.context(0, 1);
    predictor.context(1, mix(before, 2, 0));
    predictor.context(2, mix(two, 3, 0));
    predictor.context(3, mix(four & 0xFFFFFF, 4, 0));
    predictor.context(4, mix(four, 5, 0));
    predictor.context(5, mix(expected, length, 6));
    predictor.context(6, mix(expected, before, mix(before(at, 3), 7, 0)));
    int actual = bytes[at] & 0xFF;
    int node = 1;
    for (int shift = 7; shift >= 0; shift--) {
      int bit = actual >> shift & 1;
      node = node << 1 | predictor.pass(port, bit, node, node, before, length, node, node);
    }
    bytes[at] = (byte) node;
    length = length > 0 && bytes[match] == bytes[at] ? Math.min(MOST_LENGTH, length + 1) : 0;
    match++;
  }

  private int before(int at, int distance) {
    return at < distance ? 0 : bytes[at - distance] & 0xFF;
  }

  /** Looks for what the last bytes were followed by before, unless that is being followed. */
  private void follow(int at) {
    if (at < MATCHED) {
      return;
    }
    int hash = 0;
    for (int i = 1; i <= MATCHED; i++) {
      hash = hash * 0x2F0B4C47 + bytes[at - i];
    }
    int entry = (hash ^ hash >>> 15) * 0x9E3779B1 >>> 32 - TABLE_BITS;
    if (length == 0 && table[entry] > 0) {
      match = table[entry];
      while (length < MOST_LENGTH && length < match && agrees(at, length)) {
        length++;
      }
    }
    table[entry] = at;
  }

  private boolean agrees(int at, int back) {
    return bytes[match - 1 - back] == bytes[at - 1 - back];
  }
}
