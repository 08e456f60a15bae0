package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers without sign in decimal digits, with white space between them. As plain bytes they have
 * one or two each, the more significant first.
 *
 * <p>Hints are the kinds of white space between numbers, the most frequent first, and where it is
 * another one than that.
 */
final class Decimals {
  private static final int MOST_KINDS = 16;
  private static final int MOST_DIGITS = 5;

  private Decimals() {}

  /** Unpacks so many bytes; null if these are other letters or numbers. */
  static Unpacked unpack(byte[] file, int from, int to, int length, int bytes) {
    return new Reader(file, from, to).read(length, bytes);
  }

  private static final class Reader {
    private final byte[] file;
    private final int to;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final int[] often = new int[MOST_KINDS + 1];
    private int at;

    Reader(byte[] file, int from, int to) {
      this.file = file;
      this.to = to;
      at = from;
    }

    Unpacked read(int length, int bytes) {
      int count = length / bytes;
      byte[] plain = new byte[length];
      byte[] between = new byte[count];
      for (int i = 0; i < count; i++) {
        int kind = i == 0 ? 0 : kind();
        int value = kind < 0 ? -1 : value();
        if (value < 0 || value >> 8 * bytes != 0) {
          return null;
        }
        between[i] = (byte) kind;
        plain[i * bytes] = (byte) (value >> 8 * (bytes - 1));
        plain[i * bytes + bytes - 1] = (byte) value;
      }
      return new Unpacked(plain, hints(between), at);
    }

    /** The next number as Java writes it too; negative if there is none. */
    private int value() {
      int start = at;
      int value = 0;
      while (at < to && at - start <= MOST_DIGITS && file[at] >= '0' && file[at] <= '9') {
        value = 10 * value + file[at++] - '0';
      }
      boolean filled = at - start > 1 && file[start] == '0';
      return at == start || filled ? -1 : value;
    }

    /** Which white space comes next; negative if there is none, or too much is different. */
    private int kind() {
      int start = at;
      while (at < to && at - start < 255 && Character.isWhitespace(file[at])) {
        at++;
      }
      String space = new String(file, start, at - start, StandardCharsets.ISO_8859_1);
      int kind = kinds.computeIfAbsent(space, unseen -> kinds.size());
      if (space.isEmpty() || kind == MOST_KINDS) {
        return -1;
      }
      often[kind]++;
      return kind;
    }

    private byte[] hints(byte[] between) {
      int usual = 0;
      for (int kind = 1; kind < kinds.size(); kind++) {
        usual = often[kind] > often[usual] ? kind : usual;
      }
      ByteSink hints = new ByteSink().u8(kinds.size());
      for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
        byte[] space = kind.getKey().getBytes(StandardCharsets.ISO_8859_1);
        hints.u8(space.length).bytes(space);
      }
      hints.u8(usual);
      int last = 0;
      for (int i = 1; i < between.length; i++) {
        if (between[i] != usual) {
          hints.varint(i - last).u8(between[i]);
          last = i;
        }
      }
      return hints.toBytes();
    }
  }

  /** Packs plain bytes again. */
  static byte[] pack(byte[] plain, int from, Piece piece) {
    ForeignSource hints = new ForeignSource(piece.hints());
    int bytes = piece.rowBytes();
    hints.require(bytes == 1 || bytes == 2, "have numbers of " + bytes + " bytes");
    byte[][] kinds = new byte[hints.u8()][];
    for (int kind = 0; kind < kinds.length; kind++) {
      kinds[kind] = hints.bytes(hints.u8());
    }
    int usual = hints.u8();
    int count = piece.length() / bytes;
    hints.require(count < 2 || usual < kinds.length, "lack white space");
    ByteSink packed = new ByteSink();
    int other = next(hints);
    for (int i = 0; i < count; i++) {
      if (i > 0 && i == other) {
        int kind = hints.u8();
        hints.require(kind < kinds.length, "lack white space");
        packed.bytes(kinds[kind]);
        other += next(hints);
      } else if (i > 0) {
        packed.bytes(kinds[usual]);
      }
      int at = from + i * bytes;
      int value = plain[at] & 0xFF;
      value = bytes == 1 ? value : value << 8 | plain[at + 1] & 0xFF;
      packed.ascii(Integer.toString(value));
    }
    return packed.toBytes();
  }

  /** How many numbers further on white space is another one; none after the last hint. */
  private static int next(ForeignSource hints) {
    return hints.remaining() > 0 ? hints.varint() : Integer.MAX_VALUE / 2;
  }
}
