package io.ardmstream.transform.audio;

/**
 * Values at equal distances: all values of a bit depth, values with unused low bits, or a single
 * value.
 *
 * @param first smallest value
 * @param step distance of neighbours, at least 1
 * @param size number of values
 */
record Progression(int first, long step, long size) implements ValueSet {

  /** All signed values of a bit depth. */
  static Progression full(int bitDepth) {
    return new Progression(-1 << (bitDepth - 1), 1, 1L << bitDepth);
  }

  @Override
  public int value(long rank) {
    return (int) (first + rank * step);
  }

  @Override
  public long rank(int value) {
    return ((long) value - first) / step;
  }

  @Override
  public long nearest(double prediction) {
    double place = (prediction - first) / step + 0.5;
    return place <= 0 ? 0 : Math.min(size - 1, (long) place);
  }

  @Override
  public long place(double prediction) {
    long place = (long) Math.floor((prediction - first) / step * 256 + 0.5);
    return Math.max(0, Math.min(size - 1 << 8, place));
  }
}
