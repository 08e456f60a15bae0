package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;
import java.util.Arrays;

/**
 * PackBits (TIFF 6.0, section 9): a control byte n, then n + 1 bytes as they are, or for n above
 * 128 one byte that stands 257 - n times; 128 means nothing.
 *
 * <p>Hints are what control bytes differ from the expected ones: repetitions of three bytes or more
 * in a row, or of two that do not follow bytes as they are.
 */
final class PackBits {
  private static final int MOST = 128;
  private static final int REPEATED = 257;

  private PackBits() {}

  /** Unpacks so many bytes; null if the file ends before. */
  static Unpacked unpack(byte[] file, int from, int to, int length, int rowBytes) {
    byte[] plain = new byte[length];
    ByteSink controls = new ByteSink();
    int at = from;
    int made = 0;
    while (made < length) {
      if (at >= to) {
        return null;
      }
      int control = file[at++] & 0xFF;
      controls.u8(control);
      int count = control == MOST ? 0 : control < MOST ? control + 1 : REPEATED - control;
      int taken = control == MOST ? 0 : control < MOST ? count : 1;
      if (count > length - made || taken > to - at) {
        return null;
      }
      if (control < MOST) {
        System.arraycopy(file, at, plain, made, count);
      } else if (count > 0) {
        Arrays.fill(plain, made, made + count, file[at]);
      }
      at += taken;
      made += count;
    }
    return new Unpacked(plain, hints(plain, controls.toBytes(), rowBytes), at);
  }

  private static byte[] hints(byte[] plain, byte[] controls, int rowBytes) {
    byte[] hints = new byte[controls.length];
    boolean literal = false;
    int made = 0;
    for (int i = 0; i < controls.length; i++) {
      int control = controls[i] & 0xFF;
      hints[i] = (byte) (control - expected(plain, made, 0, plain.length, rowBytes, literal));
      made += control == MOST ? 0 : control < MOST ? control + 1 : REPEATED - control;
      literal = control < MOST;
    }
    return Unpacked.shortened(hints);
  }

  /** Packs plain bytes again. */
  static byte[] pack(byte[] plain, int from, Piece piece) {
    ByteSink packed = new ByteSink();
    int end = from + piece.length();
    boolean literal = false;
    int token = 0;
    for (int made = from; made < end; token++) {
      int expected = expected(plain, made, from, end, piece.rowBytes(), literal);
      int control = expected + piece.hint(token) & 0xFF;
      packed.u8(control);
      if (control < MOST) {
        int count = Math.min(control + 1, end - made);
        packed.bytes(plain, made, count);
        made += count;
      } else if (control > MOST) {
        packed.u8(plain[made]);
        made += REPEATED - control;
      } else if (token >= piece.hints().length) {
        break;
      }
      literal = control < MOST;
    }
    return packed.toBytes();
  }

  private static int expected(
      byte[] plain, int at, int from, int end, int rowBytes, boolean literal) {
    int row =
        rowBytes < 1 ? end : (int) Math.min(end, from + ((at - from) / rowBytes + 1L) * rowBytes);
    int run = run(plain, at, row);
    boolean first = rowBytes > 0 && (at - from) % rowBytes == 0;
    if (run > 2 || run == 2 && (first || !literal)) {
      return REPEATED - run;
    }
    int stop = Math.min(row, at + MOST);
    int next = at + 1;
    while (next < stop && run(plain, next, Math.min(row, next + 3)) < 3) {
      next++;
    }
    return next - at - 1;
  }

  /** How often the byte stands there in a row, 128 times at most. */
  private static int run(byte[] plain, int at, int end) {
    int stop = Math.min(end, at + MOST);
    int next = at + 1;
    while (next < stop && plain[next] == plain[at]) {
      next++;
    }
    return next - at;
  }
}
