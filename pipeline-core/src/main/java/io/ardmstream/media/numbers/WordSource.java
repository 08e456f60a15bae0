package io.ardmstream.media.numbers;

import java.util.function.LongConsumer;

/** Words of a file, neighbours one after the other: the same ones whenever it is asked. */
public interface WordSource {

  /**
   * Hands on every word: integers as numbers, floating-point numbers as their bits, the highest of
   * which are 0.
   */
  void each(LongConsumer taker);

  /** Words that are the samples of planes. */
  static WordSource of(int[][] planes) {
    return taker -> {
      for (int[] plane : planes) {
        for (int sample : plane) {
          taker.accept(sample);
        }
      }
    };
  }
}
