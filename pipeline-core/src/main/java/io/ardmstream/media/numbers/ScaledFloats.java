package io.ardmstream.media.numbers;

import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A word is a number of IEEE 754, an integer divided by a power of two.
 *
 * @param bits of a word, 32 or 64
 * @param shift the power, -1100 to 1100
 */
public record ScaledFloats(int bits, int shift, int depth, boolean signed) implements NumberForm {
  static final int KIND = 1;
  private static final int MOST_SHIFT = 1100;
  private static final int WIDEST = 32;

  /** The power of two that makes integers of all numbers; empty if some are none, or negative 0. */
  public static OptionalInt shiftOf(WordSource words, int bits) {
    int[] shift = {Integer.MIN_VALUE};
    words.each(word -> shift[0] = Math.max(shift[0], fraction(number(word, bits))));
    if (shift[0] > MOST_SHIFT) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(shift[0] == Integer.MIN_VALUE ? 0 : shift[0]);
  }

  /** The form whose integers have the fewest bits; empty if 32 do not suffice. */
  public static Optional<ScaledFloats> of(WordSource words, int bits) {
    OptionalInt found = bits < 32 ? OptionalInt.empty() : shiftOf(words, bits);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int shift = found.getAsInt();
    double[] range = new double[2];
    words.each(
        word -> {
          double value = Math.scalb(number(word, bits), shift);
          range[0] = Math.min(range[0], value);
          range[1] = Math.max(range[1], value);
        });
    double limit = 1L << WIDEST - 1;
    if (range[0] < -limit || range[1] >= limit) {
      return Optional.empty();
    }
    boolean signed = range[0] < 0;
    long greatest = Math.max((long) range[1], -1 - (long) range[0]);
    int depth = 64 - Long.numberOfLeadingZeros(greatest) + (signed ? 1 : 0);
    return Optional.of(new ScaledFloats(bits, shift, Math.max(8, depth), signed));
  }

  /** Binary digits after the point, negative if there are zeros before it. */
  private static int fraction(double number) {
    if (number == 0 && 1 / number > 0) {
      return Integer.MIN_VALUE;
    } else if (number == 0 || !Double.isFinite(number)) {
      return Integer.MAX_VALUE;
    }
    long bits = Double.doubleToRawLongBits(number);
    int exponent = Math.max(1, (int) (bits >>> 52 & 0x7FF));
    long mantissa = bits & (1L << 52) - 1 | (Math.getExponent(number) < -1022 ? 0 : 1L << 52);
    return 1075 - exponent - Long.numberOfTrailingZeros(mantissa);
  }

  private static double number(long word, int bits) {
    return bits == 32 ? Float.intBitsToFloat((int) word) : Double.longBitsToDouble(word);
  }

  @Override
  public int value(long word) {
    return (int) Math.scalb(number(word, bits), shift);
  }

  @Override
  public long word(int value, BitSource rest) {
    double number = Math.scalb((double) value, -shift);
    return bits == 32
        ? Float.floatToRawIntBits((float) number) & 0xFFFF_FFFFL
        : Double.doubleToRawLongBits(number);
  }

  @Override
  public void pack(ByteSink sink) {
    sink.u8(KIND).u8(bits).varint(shift << 1 ^ shift >> 31);
  }

  static ScaledFloats unpack(ForeignSource source, int depth, boolean signed) {
    int bits = source.u8();
    int zigzag = source.varint();
    int shift = zigzag >>> 1 ^ -(zigzag & 1);
    boolean possible = (bits == 32 || bits == 64) && Math.abs(shift) <= MOST_SHIFT;
    source.require(possible, "have scaled numbers that do not exist");
    return new ScaledFloats(bits, shift, depth, signed);
  }
}
