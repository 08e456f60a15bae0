package io.ardmstream.training;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Differentiable cost in bits of values under a mixture of discretised logistics; the twin of
 * {@link io.ardmstream.distribution.LogisticMixture}.
 */
public final class MixtureBits {

  /** Mass that escapes to the floor of the frequencies. */
  private static final double FLOOR = 1e-7;

  private static final double SMALLEST_LOG_SCALE = -2.5;
  private static final double LARGEST_LOG_SCALE = 15;

  private final Ops tf;
  private final int components;

  public MixtureBits(Ops tf, int components) {
    this.tf = tf;
    this.components = components;
  }

  /**
   * Bits per row.
   *
   * @param value shape [rows, 1], in any unit
   * @param parameters shape [rows, 3 K + ...]: logits, offsets, log-scales
   * @param centre shape [rows, 1], in the unit of the values
   * @param half half a level in the unit of the values, shape [rows, 1] or [1]
   */
  public Operand<TFloat32> of(
      Operand<TFloat32> value,
      Operand<TFloat32> parameters,
      Operand<TFloat32> centre,
      Operand<TFloat32> half) {
    Operand<TFloat32> weights = tf.nn.softmax(columns(parameters, 0, components));
    Operand<TFloat32> logScale = logScale(parameters, half);
    Operand<TFloat32> offset =
        tf.math.mul(columns(parameters, components, components), tf.math.exp(logScale));
    Operand<TFloat32> inverse = tf.math.exp(tf.math.neg(logScale));
    Operand<TFloat32> distance =
        tf.math.neg(tf.math.abs(tf.math.sub(value, tf.math.add(centre, offset))));
    Operand<TFloat32> mass =
        tf.math.sub(
            tf.math.sigmoid(tf.math.mul(tf.math.add(distance, half), inverse)),
            tf.math.sigmoid(tf.math.mul(tf.math.sub(distance, half), inverse)));
    Operand<TFloat32> total = tf.reduceSum(tf.math.mul(weights, mass), tf.constant(1));
    return tf.math.mul(
        tf.math.log(tf.math.add(total, constant(FLOOR))), constant(-1 / Math.log(2)));
  }

  /** Clipped as inference clips it: the least scale is absolute, whatever the unit. */
  private Operand<TFloat32> logScale(Operand<TFloat32> parameters, Operand<TFloat32> half) {
    Operand<TFloat32> unit = tf.math.log(tf.math.mul(half, constant(2)));
    return tf.math.minimum(
        tf.math.maximum(
            columns(parameters, 2 * components, components),
            tf.math.add(unit, constant(SMALLEST_LOG_SCALE))),
        constant(LARGEST_LOG_SCALE));
  }

  public Operand<TFloat32> columns(Operand<TFloat32> rows, int from, int count) {
    return tf.slice(rows, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, count}));
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }
}
