package io.ardmstream.ardm;

/**
 * One digit of the values of a {@link DepthUpscaling}: before it is known a value lies in an
 * interval of at most {@code parentWidth} values, afterwards in one of at most {@code width}.
 *
 * @param cardinality how many values there are
 * @param parentWidth values with the same earlier digits
 * @param width values with the same earlier digits and the same digit of this stage
 */
public record UpscalingStage(int cardinality, int parentWidth, int width) {

  /** This stage's digit of a value. */
  public int digit(int value) {
    return value % parentWidth / width;
  }

  /** First value that has the value's earlier digits: the value with this digit absorbed. */
  public int from(int value) {
    return value - value % parentWidth;
  }

  /** End (exclusive) of the values that have the value's earlier digits. */
  public int to(int value) {
    int from = from(value);
    return cardinality - from < parentWidth ? cardinality : from + parentWidth;
  }

  /**
   * How many digits are possible after the value's earlier digits: fewer than the base where the
   * values end.
   */
  public int digits(int value) {
    return (to(value) - from(value) - 1) / width + 1;
  }
}
