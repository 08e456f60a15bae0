package io.ardmstream.media.raster;

import io.ardmstream.bytes.BitSink;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * LZW as TIFF 6.0 (section 13) has it: codes of 9 to 12 bits, the most significant first, wider as
 * soon as the table is one entry short of full; 256 clears the table, 257 ends.
 *
 * <p>Codes are always the longest possible. Hints are where encoders differ: after how many codes
 * each clears the table, and whether they begin with that and end with 257.
 */
final class Lzw {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int MOST_CODES = 1 << 12;
  private static final int NARROWEST = 9;
  private static final int WIDEST = 12;
  private static final int ENDED = 1;

  private Lzw() {}

  /** Unpacks so many bytes; null if it is damaged or of the older kind. */
  static Unpacked unpack(byte[] file, int from, int to, int length) {
    Decoder decoder = new Decoder(file, from, to, length);
    return decoder.run() ? decoder.result() : null;
  }

  private static final class Decoder {
    private final byte[] file;
    private final int to;
    private final byte[] plain;
    private final int[] starts = new int[MOST_CODES];
    private final int[] lengths = new int[MOST_CODES];
    private final ByteSink clears = new ByteSink();
    private long bit;
    private int made;
    private int codes;
    private boolean ended;

    Decoder(byte[] file, int from, int to, int length) {
      this.file = file;
      this.to = to;
      plain = new byte[length];
      bit = 8L * from;
    }

    /** Whether the bytes hold what they should. */
    boolean run() {
      int next = FIRST;
      int width = NARROWEST;
      boolean fresh = true;
      int before = 0;
      int lengthBefore = 0;
      while (true) {
        if (bit + width > 8L * to) {
          return made == plain.length;
        }
        int code = code(width);
        if (code == END) {
          ended = true;
          return made == plain.length;
        } else if (code == CLEAR) {
          clears.varint(codes);
          codes = 0;
          next = FIRST;
          width = NARROWEST;
          fresh = true;
          continue;
        } else if (made == plain.length) {
          bit -= width;
          return true;
        }
        if (!fresh && next < MOST_CODES) {
          starts[next] = before;
          lengths[next++] = lengthBefore + 1;
        } else if (!fresh) {
          return false;
        }
        int length = code < CLEAR ? 1 : code < next ? lengths[code] : 0;
        if (length == 0 || length > plain.length - made) {
          return false;
        }
        before = made;
        lengthBefore = length;
        copy(code, length);
        codes++;
        fresh = false;
        width = width(next);
      }
    }

    /** Also where it copies what it is just writing. */
    private void copy(int code, int length) {
      if (code < CLEAR) {
        plain[made++] = (byte) code;
        return;
      }
      for (int i = 0, at = starts[code]; i < length; i++) {
        plain[made++] = plain[at++];
      }
    }

    private int code(int width) {
      int code = 0;
      for (int i = 0; i < width; i++, bit++) {
        code = code << 1 | file[(int) (bit >> 3)] >> 7 - (int) (bit & 7) & 1;
      }
      return code;
    }

    Unpacked result() {
      ByteSink hints = new ByteSink().u8(ended ? ENDED : 0).bytes(clears.toBytes());
      return new Unpacked(plain, hints.toBytes(), (int) (bit + 7 >> 3));
    }
  }

  /** The width of a code where the table has its next entry at a place, after the first code. */
  private static int width(int next) {
    int entries = next + 1;
    return Math.min(WIDEST, Math.max(NARROWEST, 32 - Integer.numberOfLeadingZeros(entries)));
  }

  /** Packs plain bytes again. */
  static byte[] pack(byte[] plain, int from, Piece piece) {
    ForeignSource hints = new ForeignSource(piece.hints());
    boolean ended = hints.u8() == ENDED;
    int clear = hints.remaining() > 0 ? hints.varint() : -1;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    BitSink sink = new BitSink(packed);
    Table table = new Table();
    int codes = 0;
    int next = FIRST;
    int width = NARROWEST;
    boolean fresh = true;
    int end = from + piece.length();
    int at = from;
    while (at < end || codes == clear) {
      if (codes == clear) {
        sink.bits(CLEAR, width);
        clear = hints.remaining() > 0 ? hints.varint() : -1;
        codes = 0;
        next = FIRST;
        width = NARROWEST;
        fresh = true;
        table.clear();
        continue;
      }
      next = fresh ? next : next + 1;
      hints.require(next <= MOST_CODES, "never clear a table of LZW");
      int code = plain[at++] & 0xFF;
      int longer;
      while (at < end && (longer = table.find(code, plain[at])) >= 0) {
        code = longer;
        at++;
      }
      if (at < end && next < MOST_CODES) {
        table.add(code, plain[at], next);
      }
      sink.bits(code, width);
      codes++;
      fresh = false;
      width = width(next);
    }
    if (ended) {
      sink.bits(END, width);
    }
    sink.finish();
    return packed.toByteArray();
  }

  /** Strings of the table by the code of all but their last byte, and that. */
  private static final class Table {
    private static final int SLOTS = 1 << 14;
    private final int[] keys = new int[SLOTS];
    private final short[] codes = new short[SLOTS];

    Table() {
      clear();
    }

    void clear() {
      Arrays.fill(keys, -1);
    }

    int find(int code, byte last) {
      int slot = slot(code, last);
      return keys[slot] < 0 ? -1 : codes[slot];
    }

    void add(int code, byte last, int made) {
      int slot = slot(code, last);
      keys[slot] = code << 8 | last & 0xFF;
      codes[slot] = (short) made;
    }

    private int slot(int code, byte last) {
      int key = code << 8 | last & 0xFF;
      int slot = (key * 0x9E3779B1) >>> 18;
      while (keys[slot] >= 0 && keys[slot] != key) {
        slot = slot + 1 & SLOTS - 1;
      }
      return slot;
    }
  }
}
