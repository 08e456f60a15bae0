package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;

/**
 * Runs in bitmaps of Windows: a count and a value; or 0 and then 0 for the end of a row, 1 for the
 * end of all, 2 and two distances to skip, or 3 and more pixels as they are, up to an even byte.
 * Values are bytes, or pairs of four bits that take turns.
 *
 * <p>Hints are what counts differ from the expected ones, each as two bytes: the kind (0 run, 1
 * pixels, 2 end of row, 3 end, 4 skip) less that expected, and the count less the expected one; and
 * after a skip its distances.
 */
final class BitmapRuns {
  private static final int RUN = 0;
  private static final int PIXELS = 1;
  private static final int ROW_END = 2;
  private static final int END = 3;
  private static final int SKIP = 4;
  private static final int KINDS = 5;
  private static final int MOST = 255;
  private static final int LEAST_PIXELS = 3;

  private BitmapRuns() {}

  /** Unpacks so many bytes, a pixel each, in rows from the first of the file; null if damaged. */
  static Unpacked unpack(byte[] file, int from, int to, int length, int width, boolean pairs) {
    byte[] plain = new byte[length];
    ByteSink tokens = new ByteSink();
    int at = from;
    int row = 0;
    int x = 0;
    boolean ended = false;
    while (!ended) {
      if (at + 2 > to) {
        return null;
      }
      int count = file[at] & 0xFF;
      int value = file[at + 1] & 0xFF;
      at += 2;
      int place = row * width + x;
      int pixels = count > 0 ? count : value >= LEAST_PIXELS ? value : 0;
      if (pixels > width - x || pixels > 0 && place + pixels > length) {
        return null;
      }
      if (count > 0) {
        tokens.u8(RUN).u8(count);
        for (int i = 0; i < count; i++) {
          plain[place + i] = (byte) (pairs ? value >> 4 * (1 - (i & 1)) & 0xF : value);
        }
      } else if (value >= LEAST_PIXELS) {
        int bytes = pairs ? (value + 1) / 2 : value;
        if (at + bytes + (bytes & 1) > to) {
          return null;
        }
        tokens.u8(PIXELS).u8(value);
        for (int i = 0; i < value; i++) {
          int held = file[at + (pairs ? i / 2 : i)] & 0xFF;
          plain[place + i] = (byte) (pairs ? held >> 4 * (1 - (i & 1)) & 0xF : held);
        }
        at += bytes + (bytes & 1);
      } else if (value == 2) {
        if (at + 2 > to) {
          return null;
        }
        int right = file[at] & 0xFF;
        int down = file[at + 1] & 0xFF;
        at += 2;
        tokens.u8(SKIP).u8(right).u8(down);
        x += right;
        row += down;
      } else {
        tokens.u8(value == 0 ? ROW_END : END).u8(0);
        ended = value == 1;
        row++;
        x = 0;
        pixels = 0;
      }
      x += pixels;
      if (x > width || !ended && (long) row * width + x > length) {
        return null;
      }
    }
    byte[] hints = new Tokens(plain, 0, length, width, pairs).hints(tokens.toBytes());
    return new Unpacked(plain, hints, at);
  }

  /** Packs plain bytes again. */
  static byte[] pack(byte[] plain, int from, Piece piece, boolean pairs) {
    return new Tokens(plain, from, piece.length(), Math.max(1, piece.rowBytes()), pairs)
        .pack(piece.hints());
  }

  /** The tokens of a picture, one after the other. */
  private static final class Tokens {
    private final byte[] plain;
    private final int from;
    private final int length;
    private final int width;
    private final boolean pairs;
    private int row;
    private int x;

    Tokens(byte[] plain, int from, int length, int width, boolean pairs) {
      this.plain = plain;
      this.from = from;
      this.length = length;
      this.width = width;
      this.pairs = pairs;
    }

    byte[] hints(byte[] tokens) {
      ByteSink hints = new ByteSink();
      for (int i = 0; i < tokens.length; i += 2) {
        int kind = tokens[i];
        int count = tokens[i + 1] & 0xFF;
        int expected = expectedKind();
        int usual = expectedCount(kind);
        hints.u8((kind - expected + KINDS) % KINDS).u8(count - usual);
        int down = 0;
        if (kind == SKIP) {
          down = tokens[i + 2] & 0xFF;
          hints.u8(down);
          i++;
        }
        move(kind, count, down);
      }
      return Unpacked.shortened(hints.toBytes());
    }

    byte[] pack(byte[] hints) {
      ByteSink packed = new ByteSink();
      int next = 0;
      int kind = ROW_END;
      while (kind != END) {
        kind = (expectedKind() + (next < hints.length ? hints[next] & 0xFF : 0)) % KINDS;
        int difference = next + 1 < hints.length ? hints[next + 1] : 0;
        int count = expectedCount(kind) + difference & 0xFF;
        next += 2;
        int down = 0;
        switch (kind) {
          case RUN -> packed.u8(count).u8(held(0));
          case PIXELS -> pixels(packed, count);
          case ROW_END, END -> packed.u8(0).u8(kind == END ? 1 : 0);
          default -> {
            down = next < hints.length ? hints[next] & 0xFF : 0;
            next++;
            packed.u8(0).u8(2).u8(count).u8(down);
          }
        }
        move(kind, count, down);
        if (next >= hints.length && (long) row * width + x > length + (long) width) {
          break;
        }
      }
      return packed.toBytes();
    }

    private void pixels(ByteSink packed, int count) {
      packed.u8(0).u8(count);
      int bytes = pairs ? (count + 1) / 2 : count;
      for (int i = 0; i < bytes; i++) {
        packed.u8(held(pairs ? 2 * i : i) & (pairs && 2 * i + 1 == count ? 0xF0 : 0xFF));
      }
      if ((bytes & 1) == 1) {
        packed.u8(0);
      }
    }

    /** The byte for the pixel, or pair of pixels, so far to the right. */
    private int held(int right) {
      return pairs ? pixel(right) << 4 | pixel(right + 1) : pixel(right);
    }

    private int pixel(int right) {
      long place = (long) row * width + x + right;
      return place < length ? plain[from + (int) place] & 0xFF : 0;
    }

    private void move(int kind, int count, int down) {
      if (kind == RUN || kind == PIXELS || kind == SKIP) {
        x = Math.min(width, x + count);
        row += down;
      } else {
        x = 0;
        row++;
      }
    }

    private int expectedKind() {
      if ((long) row * width >= length) {
        return END;
      } else if (x >= width) {
        return (long) (row + 1) * width >= length ? END : ROW_END;
      }
      return run(x) >= LEAST_PIXELS || width - x < LEAST_PIXELS || pixelsFrom(x) < LEAST_PIXELS
          ? RUN
          : PIXELS;
    }

    private int expectedCount(int kind) {
      if (kind == RUN) {
        return Math.min(MOST, run(x));
      }
      return kind == PIXELS ? Math.min(MOST, pixelsFrom(x)) : 0;
    }

    /** Pixels up to the next longer run, or to the end of the row. */
    private int pixelsFrom(int start) {
      int next = start;
      while (next < width && next - start < MOST && run(next) < LEAST_PIXELS) {
        next++;
      }
      return next - start;
    }

    /** Pixels that one value stands for, from a column on. */
    private int run(int start) {
      int period = pairs ? 2 : 1;
      int stop = Math.min(width, start + MOST);
      int next = Math.min(stop, start + period);
      long line = (long) row * width;
      while (next < stop
          && line + next < length
          && plain[from + (int) (line + next)] == plain[from + (int) (line + next - period)]) {
        next++;
      }
      return next - start;
    }
  }
}
