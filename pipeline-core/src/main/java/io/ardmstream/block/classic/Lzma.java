package io.ardmstream.block.classic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.LZMAOutputStream;

/**
 * Raw LZMA: one byte of parameters ((pb * 5 + lp) * 9 + lc), then the range-coded stream without
 * header and end mark. The length and with it the dictionary are known from outside.
 */
final class Lzma {
  private static final int PRESET = 6;
  private static final int LEAST_DICTIONARY = LZMA2Options.DICT_SIZE_MIN;
  private static final int MOST_DICTIONARY = 1 << 26;

  private Lzma() {}

  /**
   * Compresses.
   *
   * @param lc bits of the byte before that choose the literal's context, 0 to 4
   * @param lp bits of the position that do, 0 to 4, together at most 4
   * @param pb bits of the position that choose the other contexts, 0 to 4
   */
  static byte[] encode(byte[] bytes, int lc, int lp, int pb) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try {
      LZMA2Options options = new LZMA2Options(PRESET);
      options.setDictSize(dictionary(bytes.length));
      options.setLcLp(lc, lp);
      options.setPb(pb);
      out.write((pb * 5 + lp) * 9 + lc);
      try (LZMAOutputStream lzma = new LZMAOutputStream(out, options, false)) {
        lzma.write(bytes);
      }
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Decompresses to exactly {@code length} bytes, starting at {@code offset}.
   *
   * @throws IllegalArgumentException when the stream is damaged
   */
  static byte[] decode(byte[] coded, int offset, int length) {
    require(offset < coded.length);
    var rest = new ByteArrayInputStream(coded, offset + 1, coded.length - offset - 1);
    try (var lzma = new LZMAInputStream(rest, length, coded[offset], dictionary(length))) {
      byte[] bytes = lzma.readNBytes(length);
      require(bytes.length == length);
      return bytes;
    } catch (IOException damage) {
      throw new IllegalArgumentException("damaged LZMA stream", damage);
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("damaged LZMA stream");
    }
  }

  private static int dictionary(int length) {
    return Math.max(LEAST_DICTIONARY, Math.min(MOST_DICTIONARY, length));
  }
}
