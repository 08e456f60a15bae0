package io.ardmstream.transform.audio;

import java.util.Arrays;

/** Any values, one by one, such as those of samples that were quantised by a curve or scaled up. */
final class ListedValues implements ValueSet {
  private final int[] values;

  /**
   * @param values in rising order, at least one
   */
  ListedValues(int[] values) {
    this.values = values;
  }

  int[] values() {
    return values;
  }

  @Override
  public long size() {
    return values.length;
  }

  @Override
  public int value(long rank) {
    return values[(int) rank];
  }

  @Override
  public long rank(int value) {
    return Arrays.binarySearch(values, value);
  }

  @Override
  public long nearest(double prediction) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      double boundary = 0.5 * ((double) values[middle] + values[middle + 1]);
      if (prediction < boundary) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public long place(double prediction) {
    return nearest(prediction) << 8;
  }
}
