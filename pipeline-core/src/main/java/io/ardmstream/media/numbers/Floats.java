package io.ardmstream.media.numbers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which form suits numbers of IEEE 754: what is likely to be smallest. */
public final class Floats {
  private static final int WIDEST = 32;

  /** Bits of linear integers at most. */
  private static final int LINEAR_DEPTH = 24;

  /** Bits of a prediction error that are worth coding; what is below is noise. */
  private static final int PREDICTED = 5;

  private Floats() {}

  /**
   * The form of words.
   *
   * @param bits of a word, 16, 32 or 64
   */
  public static NumberForm of(WordSource words, int bits) {
    Survey survey = new Survey(bits);
    words.each(survey::take);
    List<NumberForm> forms = new ArrayList<>();
    ScaledFloats.of(words, bits).ifPresent(forms::add);
    DividedFloats.of(words, bits).ifPresent(forms::add);
    forms.add(linear(words, bits, survey));
    forms.add(logarithmic(words, bits, survey));
    NumberForm best = forms.get(0);
    long least = Long.MAX_VALUE;
    for (NumberForm form : forms) {
      long cost = cost(words, form);
      best = cost < least ? form : best;
      least = Math.min(least, cost);
    }
    return best;
  }

  private static NumberForm linear(WordSource words, int bits, Survey survey) {
    SplitFloats whole = linear(bits, survey, 0);
    return linear(bits, survey, survey.varied() ? noise(words, whole) : 0);
  }

  private static SplitFloats linear(int bits, Survey survey, int dropped) {
    boolean signed = survey.signed();
    int depth = LINEAR_DEPTH - dropped;
    int place = depth - (signed ? 2 : 1) - survey.exponent;
    return new SplitFloats(bits, survey.zeros(), true, place, depth, signed);
  }

  private static NumberForm logarithmic(WordSource words, int bits, Survey survey) {
    int width = bits - survey.zeros() - (survey.signed() ? 0 : 1);
    int least = Math.max(0, width - (survey.signed() ? WIDEST : WIDEST - 1));
    SplitFloats whole = logarithmic(bits, survey, width, least);
    int noise = survey.varied() ? noise(words, whole) : 0;
    return logarithmic(bits, survey, width, least + noise);
  }

  private static SplitFloats logarithmic(int bits, Survey survey, int width, int place) {
    int depth = Math.max(1, width - place);
    return new SplitFloats(bits, survey.zeros(), false, place, depth, survey.signed());
  }

  /** Low bits of the integers that are not worth coding. */
  private static int noise(WordSource words, NumberForm form) {
    Differences differences = new Differences(form);
    words.each(differences::take);
    return Math.max(0, differences.median() - PREDICTED);
  }

  /**
   * Whether a word is no ordinary number: infinity, negative zero, next to zero or none at all.
   *
   * @param bits of the word, 16, 32 or 64
   */
  public static boolean isOdd(long word, int bits) {
    int mantissa = SplitFloats.mantissa(bits);
    int special = (1 << bits - 1 - mantissa) - 1;
    int exponent = (int) (word >>> mantissa) & special;
    return exponent == special || exponent == 0 && word != 0;
  }

  /** About how many bits words take. */
  public static long cost(WordSource words, NumberForm form) {
    Differences differences = new Differences(form);
    words.each(differences::take);
    return differences.bits() + differences.rest;
  }

  /** How far integers are from simple predictions by those before: constant, linear, square. */
  private static final class Differences {
    private static final int ORDERS = 3;
    private final NumberForm form;
    private final long[] before = new long[ORDERS];
    private final long[][] lengths = new long[ORDERS][64];
    private long rest;

    Differences(NumberForm form) {
      this.form = form;
    }

    void take(long word) {
      rest += form.restBits(word);
      long difference = form.value(word);
      for (int order = 0; order < ORDERS; order++) {
        long next = difference - before[order];
        before[order] = difference;
        difference = next;
        lengths[order][64 - Long.numberOfLeadingZeros(Math.abs(difference))]++;
      }
    }

    private int order() {
      int best = 0;
      for (int order = 1; order < ORDERS; order++) {
        best = bits(order) < bits(best) ? order : best;
      }
      return best;
    }

    long bits() {
      return bits(order());
    }

    private long bits(int order) {
      long bits = 0;
      for (int length = 0; length < lengths[order].length; length++) {
        bits += lengths[order][length] * (length + 1);
      }
      return bits;
    }

    int median() {
      long[] counts = lengths[order()];
      long all = 0;
      for (long count : counts) {
        all += count;
      }
      int length = 0;
      for (long seen = counts[0]; 2 * seen < all; seen += counts[length]) {
        length++;
      }
      return length;
    }
  }

  /** What all words have in common. */
  private static final class Survey {
    private static final int LEAST_EXPONENT = -1100;
    private final int width;
    private final int mantissa;
    private final int special;
    private static final int COUNTED = 1 << 16;
    private static final int SLOTS = 20;
    private final BitSet seen = new BitSet(1 << SLOTS);
    private int counted;
    private long any;
    private int exponent = LEAST_EXPONENT;

    Survey(int bits) {
      width = bits;
      mantissa = SplitFloats.mantissa(bits);
      special = (1 << bits - 1 - mantissa) - 1;
    }

    void take(long word) {
      any |= word;
      if (counted < COUNTED) {
        counted++;
        seen.set((int) (word * 0x9E3779B97F4A7C15L >>> 64 - SLOTS));
      }
      int biased = (int) (word >>> mantissa) & special;
      if (biased > 0 && biased < special) {
        exponent = Math.max(exponent, biased - (special >> 1));
      }
    }

    /** Whether most words are different ones: otherwise there is something in their low bits. */
    boolean varied() {
      return 4L * seen.cardinality() > 3L * counted;
    }

    boolean signed() {
      return (any >>> width - 1 & 1) != 0;
    }

    int zeros() {
      return Math.min(mantissa, Long.numberOfTrailingZeros(any));
    }
  }
}
