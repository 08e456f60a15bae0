package io.ardmstream.training;

import java.util.List;
import java.util.Random;

/** Draws items with probabilities in proportion to their sizes. */
public final class Draws {

  private Draws() {}

  /**
   * Index of a drawn item.
   *
   * @param ends running sums of the sizes
   */
  public static int byWeight(List<Long> ends, Random random) {
    long point = (long) (random.nextDouble() * ends.get(ends.size() - 1));
    int low = 0;
    int high = ends.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends.get(middle) > point) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
