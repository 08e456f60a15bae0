package io.ardmstream.media.numbers;

import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Optional;

/**
 * A word is a number of IEEE 754, an integer divided by another one: what programs make of integers
 * that shall lie between -1 and 1, and of numbers with a few decimals.
 *
 * @param bits of a word, 32 or 64
 * @param reciprocal whether it is the product with the reciprocal, rounded, of the divisor
 * @param divisor at least 2
 */
public record DividedFloats(int bits, boolean reciprocal, int divisor, int depth, boolean signed)
    implements NumberForm {
  static final int KIND = 4;
  static final int RECIPROCAL_KIND = 5;
  private static final int SINGLE = 32;
  private static final int NARROWEST = 8;

  /** Greatest integers of so many bits, and decimals. */
  private static final int[] USUAL = {
    127,
    255,
    1023,
    4095,
    16383,
    32767,
    65535,
    8388607,
    Integer.MAX_VALUE,
    10,
    100,
    1000,
    10_000,
    100_000,
    1_000_000
  };

  /** The form with the least divisor, if a usual one makes integers of all words. */
  public static Optional<DividedFloats> of(WordSource words, int bits) {
    if (bits < SINGLE) {
      return Optional.empty();
    }
    Survey[] surveys = new Survey[2 * USUAL.length];
    for (int i = 0; i < surveys.length; i++) {
      surveys[i] = new Survey(new DividedFloats(bits, i % 2 == 1, USUAL[i / 2], SINGLE, true));
    }
    words.each(
        word -> {
          for (Survey survey : surveys) {
            survey.take(word);
          }
        });
    Optional<DividedFloats> least = Optional.empty();
    for (Survey survey : surveys) {
      if (survey.whole && (least.isEmpty() || survey.form.divisor < least.get().divisor)) {
        least = Optional.of(survey.form());
      }
    }
    return least;
  }

  private static final class Survey {
    private final DividedFloats form;
    private boolean whole = true;
    private int least;
    private int most;

    Survey(DividedFloats form) {
      this.form = form;
    }

    void take(long word) {
      if (whole) {
        int value = form.value(word);
        whole = form.word(value) == word;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }

    DividedFloats form() {
      boolean signed = least < 0;
      int used = Math.max(most, ~least);
      int length = SINGLE - Integer.numberOfLeadingZeros(used) + (signed ? 1 : 0);
      int depth = Math.max(NARROWEST, length);
      return new DividedFloats(form.bits, form.reciprocal, form.divisor, depth, signed);
    }
  }

  @Override
  public int value(long word) {
    double number =
        bits == SINGLE ? Float.intBitsToFloat((int) word) : Double.longBitsToDouble(word);
    return (int) Math.rint(number * divisor);
  }

  @Override
  public long word(int value, BitSource rest) {
    return word(value);
  }

  private long word(int value) {
    if (bits != SINGLE) {
      double number = reciprocal ? value * (1.0 / divisor) : (double) value / divisor;
      return Double.doubleToRawLongBits(number);
    }
    float number =
        reciprocal ? value * (float) (1.0 / divisor) : (float) ((double) value / divisor);
    return Float.floatToRawIntBits(number) & 0xFFFF_FFFFL;
  }

  @Override
  public void pack(ByteSink sink) {
    sink.u8(reciprocal ? RECIPROCAL_KIND : KIND).u8(bits).varint(divisor);
  }

  static DividedFloats unpack(ForeignSource source, int kind, int depth, boolean signed) {
    int bits = source.u8();
    int divisor = source.varint();
    boolean possible = (bits == SINGLE || bits == 64) && divisor > 1;
    source.require(possible, "have divided numbers that do not exist");
    return new DividedFloats(bits, kind == RECIPROCAL_KIND, divisor, depth, signed);
  }
}
