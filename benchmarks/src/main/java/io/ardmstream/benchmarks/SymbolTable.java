package io.ardmstream.benchmarks;

import io.ardmstream.coder.CdfInterval;
import java.util.Arrays;
import java.util.Random;

/** The intervals of an alphabet, and for every number of the total the symbol it belongs to. */
record SymbolTable(int[] intervals, byte[] symbols) {

  /** Each symbol takes the same share of what those before it have left. */
  static SymbolTable geometric(int size, double share) {
    int[] intervals = new int[size];
    byte[] symbols = new byte[CdfInterval.TOTAL];
    int start = 0;
    for (int symbol = 0; symbol < size; symbol++) {
      int others = size - 1 - symbol;
      int left = CdfInterval.TOTAL - start - others;
      int frequency = others == 0 ? left : Math.max(1, (int) (left * share));
      intervals[symbol] = CdfInterval.of(start, frequency);
      Arrays.fill(symbols, start, start + frequency, (byte) symbol);
      start += frequency;
    }
    return new SymbolTable(intervals, symbols);
  }

  int interval(int symbol) {
    return intervals[symbol];
  }

  int symbolAt(int number) {
    return symbols[number] & 0xFF;
  }

  /** Symbols drawn with their probabilities. */
  int[] draw(int count) {
    return new Random(1).ints(count, 0, CdfInterval.TOTAL).map(this::symbolAt).toArray();
  }
}
