package io.ardmstream.studies.orderagnostic;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Bits of a digit under a mixture of logistics over the whole value (the paper's data
 * parametrisation): what the interval with the digit holds of the interval without it.
 */
final class DigitBits {

  /** Mass per value that is spread evenly over all values. */
  private static final double FLOOR = 1e-7;

  private static final double SMALLEST_LOG_SCALE = -2.5;
  private static final double LARGEST_LOG_SCALE = 4.5;

  private final Ops tf;
  private final int components;
  private final Operand<TFloat32> weights;
  private final Operand<TFloat32> means;
  private final Operand<TFloat32> inverse;

  /**
   * The mixtures of all samples.
   *
   * @param head logits, offsets and log-scales along the last axis
   * @param centre of each mixture, with a last axis of 1
   */
  DigitBits(Ops tf, int components, Operand<TFloat32> head, Operand<TFloat32> centre) {
    this.tf = tf;
    this.components = components;
    this.weights = tf.nn.softmax(columns(head, 0));
    Operand<TFloat32> logScale =
        tf.math.minimum(
            tf.math.maximum(columns(head, 2 * components), constant(SMALLEST_LOG_SCALE)),
            constant(LARGEST_LOG_SCALE));
    this.means = tf.math.add(centre, tf.math.mul(columns(head, components), tf.math.exp(logScale)));
    this.inverse = tf.math.exp(tf.math.neg(logScale));
  }

  /** Of digits that narrow an interval to {@code 1 / base} of its values. */
  Operand<TFloat32> of(MaskedInputs inputs, double base) {
    Operand<TFloat32> after = mass(inputs.afterCentre(), inputs.afterHalf());
    Operand<TFloat32> before = mass(inputs.beforeCentre(), inputs.beforeHalf());
    return tf.math.mul(
        tf.math.sub(
            tf.math.log(tf.math.add(before, constant(FLOOR * base))),
            tf.math.log(tf.math.add(after, constant(FLOOR)))),
        constant(1 / Math.log(2)));
  }

  private Operand<TFloat32> mass(Operand<TFloat32> intervals, Operand<TFloat32> halves) {
    Operand<TFloat32> half = tf.expandDims(halves, tf.constant(-1));
    Operand<TFloat32> distance =
        tf.math.neg(tf.math.abs(tf.math.sub(tf.expandDims(intervals, tf.constant(-1)), means)));
    Operand<TFloat32> mass =
        tf.math.sub(
            tf.math.sigmoid(tf.math.mul(tf.math.add(distance, half), inverse)),
            tf.math.sigmoid(tf.math.mul(tf.math.sub(distance, half), inverse)));
    return tf.reduceSum(tf.math.mul(weights, mass), tf.constant(-1));
  }

  private Operand<TFloat32> columns(Operand<TFloat32> head, int from) {
    return tf.slice(
        head,
        tf.constant(new int[] {0, 0, 0, 0, from}),
        tf.constant(new int[] {-1, -1, -1, -1, components}));
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }
}
