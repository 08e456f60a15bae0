package io.ardmstream.likelihood.audio;

/** A running mean of the magnitude of errors, in 1/256: of all at first, later of the last ones. */
final class ErrorScale {
  private static final int FRACTION = 16;
  private static final int FIRST_COUNT = 4;
  private static final long LARGEST = 1 << 30;

  private final int memory;
  private long mean;
  private int count = FIRST_COUNT;

  /**
   * A mean to begin with.
   *
   * @param memory about how many errors it is of in the end
   */
  ErrorScale(long mean, int memory) {
    this.mean = mean << FRACTION;
    this.memory = memory;
  }

  void learn(long error) {
    long magnitude = Math.min(LARGEST, Math.abs(error));
    mean += ((magnitude << FRACTION) - mean) / Math.min(memory, count);
    count = Math.min(memory, count + 1);
  }

  /** The mean in 1/256, at least {@code least}. */
  long mean(long least) {
    return Math.max(least, mean >> FRACTION);
  }
}
