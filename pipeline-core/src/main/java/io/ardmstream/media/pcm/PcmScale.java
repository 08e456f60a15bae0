package io.ardmstream.media.pcm;

import java.util.Optional;

/**
 * Which integers stand for the words of a file.
 *
 * @param words how samples are written
 * @param shift an integer word is the value times 2 to this, 0 to 31; a floating-point one divided
 *     by 2 to it, -127 to 1074
 * @param depth bits of a value, a multiple of 8 up to 32
 */
public record PcmScale(PcmWords words, int shift, int depth) {
  private static final int DEEPEST = 32;
  private static final int MOST_SCALED = 24;

  /** Values that are the words themselves, which are integers. */
  public static PcmScale plain(PcmWords words) {
    return new PcmScale(words, 0, 8 * words.bytes());
  }

  /**
   * The scale with the fewest bits of a value.
   *
   * @param start of the first word in the file
   * @param count of words
   * @return empty if words are floating-point numbers that no integers of 32 bits stand for
   */
  public static Optional<PcmScale> narrowest(PcmWords words, byte[] file, int start, int count) {
    if (!words.floating()) {
      return Optional.of(words.signed() ? integers(words, file, start, count) : plain(words));
    }
    int shift = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      double number = number(words, words.read(file, start + i * words.bytes()));
      if (!Double.isFinite(number) || number == 0 && 1 / number < 0) {
        return Optional.empty();
      }
      shift = Math.max(shift, number == 0 ? Integer.MIN_VALUE : fraction(number));
    }
    return scaled(words, file, start, count, shift == Integer.MIN_VALUE ? 0 : shift);
  }

  private static PcmScale integers(PcmWords words, byte[] file, int start, int count) {
    long any = 0;
    long significant = 0;
    for (int i = 0; i < count; i++) {
      long word = words.read(file, start + i * words.bytes());
      any |= word;
      significant |= word ^ word >> 63;
    }
    int shift = any == 0 ? 0 : Long.numberOfTrailingZeros(any);
    return new PcmScale(words, shift, depth(significant >> shift));
  }

  private static Optional<PcmScale> scaled(
      PcmWords words, byte[] file, int start, int count, int shift) {
    long significant = 0;
    for (int i = 0; i < count; i++) {
      double number = number(words, words.read(file, start + i * words.bytes()));
      double value = Math.scalb(number, shift);
      if (Math.abs(value) >= 1L << DEEPEST - 1) {
        return Optional.empty();
      }
      significant |= (long) value ^ (long) value >> 63;
    }
    return Optional.of(new PcmScale(words, shift, depth(significant)));
  }

  /** Binary digits after the point, negative if there are zeros before it. */
  private static int fraction(double number) {
    long bits = Double.doubleToRawLongBits(number);
    int exponent = Math.max(1, (int) (bits >>> 52 & 0x7FF));
    long mantissa = bits & (1L << 52) - 1 | (Math.getExponent(number) < -1022 ? 0 : 1L << 52);
    return 1075 - exponent - Long.numberOfTrailingZeros(mantissa);
  }

  /** Bits of two's complement, as whole bytes. */
  private static int depth(long significant) {
    return (65 - Long.numberOfLeadingZeros(significant) + 7) / 8 * 8;
  }

  private static double number(PcmWords words, long word) {
    return words.bytes() == 4 ? Float.intBitsToFloat((int) word) : Double.longBitsToDouble(word);
  }

  /** Whether values are narrower than words, or are integers in place of other numbers. */
  public boolean gains() {
    return words.floating() || depth < 8 * words.bytes();
  }

  /** Whether values are as narrow as floating-point numbers can be split. */
  public boolean suffices() {
    return !words.floating() || depth <= MOST_SCALED;
  }

  /** The value of a word. */
  int value(long word) {
    if (words.floating()) {
      return (int) Math.scalb(number(words, word), shift);
    }
    return (int) (word >> shift);
  }

  /** The word of a value. */
  long word(int value) {
    if (!words.floating()) {
      return (long) value << shift;
    }
    double number = Math.scalb((double) value, -shift);
    return words.bytes() == 4
        ? Float.floatToRawIntBits((float) number)
        : Double.doubleToRawLongBits(number);
  }

  /** Reads interleaved samples. */
  public int[][] read(byte[] file, int start, int channels, int frames) {
    int[][] planes = new int[channels][frames];
    int at = start;
    for (int t = 0; t < frames; t++) {
      for (int c = 0; c < channels; c++, at += words.bytes()) {
        planes[c][t] = value(words.read(file, at));
      }
    }
    return planes;
  }

  /** Writes what {@link #read} reads. */
  public void write(int[][] planes, byte[] file, int start) {
    int at = start;
    for (int t = 0; t < planes[0].length; t++) {
      for (int[] plane : planes) {
        words.write(word(plane[t]), file, at);
        at += words.bytes();
      }
    }
  }

  /** Bytes of all words of the planes. */
  public long bytes(int[][] planes) {
    return (long) planes.length * planes[0].length * words.bytes();
  }
}
