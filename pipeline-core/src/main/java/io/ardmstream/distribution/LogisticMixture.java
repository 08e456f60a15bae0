package io.ardmstream.distribution;

import io.ardmstream.ardm.Cdf;

/**
 * Mixture of discretised logistics over the integers {@code 0 .. cardinality - 1}, in integer
 * arithmetic; the data parametrisation of the ARDM paper (section 4).
 *
 * <p>Component k has the parameters logit, offset and log-scale, each in 1/256: weight =
 * softmax(logit), scale = exp(log-scale) levels, mean = centre + offset * scale. The mass left of
 * value i is the mixture's cumulative at {@code i - 1/2}, in units of 2^-46.
 *
 * <p>Mutable, to be set for each sample without allocation. Not thread-safe.
 */
public final class LogisticMixture implements Cdf {

  /** The whole mass. */
  public static final long TOTAL = 1L << 46;

  private final int components;
  private final long[] mean;
  private final int[] scale;
  private final int[] mantissa;
  private final int[] shift;
  private final int[] weight;
  private int cardinality;
  private int first;

  /** A mixture of that many components. */
  public LogisticMixture(int components) {
    this.components = components;
    mean = new long[components];
    scale = new int[components];
    mantissa = new int[components];
    shift = new int[components];
    weight = new int[components];
  }

  /**
   * Sets the samples that the values stand for.
   *
   * @param first sample of value 0
   * @param cardinality number of values
   */
  public void range(int first, int cardinality) {
    this.first = first;
    this.cardinality = cardinality;
  }

  /**
   * Sets the distribution.
   *
   * @param parameters planes of logits, then of offsets, then of log-scales of the components
   * @param row which of the planes' values
   * @param centre in 1/256 levels
   * @param extraLogScale added to every log-scale, in 1/256 nats
   */
  public void set(float[][] parameters, int row, long centre, int extraLogScale) {
    setWeights(parameters, row);
    for (int k = 0; k < components; k++) {
      setScale(k, (int) parameters[2 * components + k][row] + extraLogScale);
      long offset = (long) parameters[components + k][row];
      mean[k] = centre + (offset * LogisticTables.scale(scale[k]) >> 8);
    }
  }

  /**
   * Sets the distribution of a mixture of one component.
   *
   * @param centre in 1/256 levels
   * @param logScale in 1/256 nats
   */
  public void set(long centre, int logScale) {
    weight[0] = 1 << 16;
    mean[0] = centre;
    setScale(0, logScale);
  }

  private void setScale(int component, int logScale) {
    int index = LogisticTables.scaleIndex(logScale);
    scale[component] = index;
    mantissa[component] = LogisticTables.mantissa(index);
    shift[component] = LogisticTables.shift(index);
  }

  private void setWeights(float[][] parameters, int row) {
    int largest = (int) parameters[0][row];
    for (int k = 1; k < components; k++) {
      largest = Math.max(largest, (int) parameters[k][row]);
    }
    long sum = 0;
    for (int k = 0; k < components; k++) {
      weight[k] = LogisticTables.exponential(largest - (int) parameters[k][row]);
      sum += weight[k];
    }
    int rest = 1 << 16;
    for (int k = 0; k < components - 1; k++) {
      weight[k] = (int) (((long) weight[k] << 16) / sum);
      rest -= weight[k];
    }
    weight[components - 1] = rest;
  }

  /** The expected value, in 1/256 levels. */
  public long mean() {
    long sum = 0;
    for (int k = 0; k < components; k++) {
      sum += weight[k] * mean[k];
    }
    return sum >> 16;
  }

  /**
   * How far values lie from a centre, about, in 1/256 levels: the components' distances from it and
   * their scales, weighted.
   */
  public long spread(long centre) {
    long sum = 0;
    for (int k = 0; k < components; k++) {
      sum += weight[k] * (Math.abs(mean[k] - centre) + LogisticTables.scale(scale[k]));
    }
    return sum >> 16;
  }

  @Override
  public long at(int value) {
    if (value <= 0) {
      return 0;
    }
    if (value >= cardinality) {
      return TOTAL;
    }
    long x = ((long) (first + value) << 8) - 128;
    long mass = 0;
    for (int k = 0; k < components; k++) {
      long argument = (x - mean[k]) * mantissa[k] >> shift[k];
      mass += (long) weight[k] * LogisticTables.logistic(argument);
    }
    return mass;
  }
}
