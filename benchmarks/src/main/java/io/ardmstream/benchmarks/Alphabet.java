package io.ardmstream.benchmarks;

import io.ardmstream.coder.Slice;
import java.util.Arrays;
import java.util.Random;

/** Alphabets of the coder benchmark, with a table that finds a number's symbol at once. */
public enum Alphabet {
  /** Two symbols, one of them with probability 0.9. */
  BINARY(2, 0.9),
  /** Sixteen symbols, as a digit in base 16 has; each 0.6 times as likely as the one before. */
  DIGIT(16, 0.4),
  /** 256 symbols with a flat tail. */
  BYTE(256, 0.05);

  private final int[] slices;
  private final byte[] symbolAt = new byte[Slice.TOTAL];

  Alphabet(int size, double shareOfFirst) {
    slices = new int[size];
    int start = 0;
    double rest = Slice.TOTAL;
    for (int symbol = 0; symbol < size; symbol++) {
      int others = size - 1 - symbol;
      int left = Slice.TOTAL - start - others;
      int frequency = others == 0 ? left : Math.min(left, 1 + (int) (rest * shareOfFirst));
      rest -= rest * shareOfFirst;
      slices[symbol] = Slice.of(start, frequency);
      Arrays.fill(symbolAt, start, start + frequency, (byte) symbol);
      start += frequency;
    }
  }

  int slice(int symbol) {
    return slices[symbol];
  }

  int symbolAt(int number) {
    return symbolAt[number] & 0xFF;
  }

  /** Symbols drawn with their probabilities. */
  int[] draw(int count) {
    return new Random(1).ints(count, 0, Slice.TOTAL).map(this::symbolAt).toArray();
  }
}
