package io.ardmstream.ardm;

/**
 * Writes the values 0 to {@code cardinality - 1} as digits, most significant first, so that every
 * stage reveals one digit of each sample (depth upscaling, section 4 of the paper, with its maps
 * that zero the least significant digits).
 *
 * <p>A value whose first digits are known lies in an interval of values: the values with this
 * prefix. The digits not yet known are absorbed, that is zero, which makes the truncated value the
 * first value of its interval.
 *
 * @param base how many values a digit can have, 2 to 65536
 * @param cardinality how many values a sample can have, at least 1; need not be a power of the base
 */
public record DepthUpscaling(int base, int cardinality) {
  private static final int MAX_BASE = 1 << 16;

  /** Checks the ranges. */
  public DepthUpscaling {
    if (base < 2 || base > MAX_BASE) {
      throw new IllegalArgumentException("base " + base + " is not within 2.." + MAX_BASE);
    }
    if (cardinality < 1) {
      throw new IllegalArgumentException("cardinality " + cardinality + " is not positive");
    }
  }

  /** How many digits a value has: 0 if there is one value only. */
  public int stages() {
    int stages = 0;
    for (long reach = 1; reach < cardinality; reach *= base) {
      stages++;
    }
    return stages;
  }

  /**
   * One digit of all values; ask once per stage, not per sample.
   *
   * @param stage 0 (the most significant digit) to {@code stages() - 1}
   */
  public UpscalingStage stage(int stage) {
    int stages = stages();
    if (stage < 0 || stage >= stages) {
      throw new IndexOutOfBoundsException("stage " + stage + " of " + stages);
    }
    int width = power(stages - 1 - stage);
    return new UpscalingStage(cardinality, stage == 0 ? cardinality : width * base, width);
  }

  /**
   * Digit of a value.
   *
   * @param value 0 to {@code cardinality - 1}
   * @param stage 0 to {@code stages() - 1}
   * @return 0 to {@code base - 1}
   */
  public int digit(int value, int stage) {
    return stage(stage).digit(value);
  }

  /** Fits an int, because it is asked only for powers below the cardinality. */
  private int power(int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
