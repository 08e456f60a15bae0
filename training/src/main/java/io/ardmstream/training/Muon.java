package io.ardmstream.training;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * Muon (Jordan et al., 2024), for the matrices of hidden layers: momentum of which all singular
 * values are made about alike, so that a step turns every direction by as much.
 */
final class Muon {

  /** How much faster than everything else the matrices move. */
  private static final float RATE = 10;

  private static final float MOMENTUM = 0.95f;
  private static final int ITERATIONS = 5;
  private static final float A = 3.4445f;
  private static final float B = -4.7750f;
  private static final float C = 2.0315f;

  private final Ops tf;
  private final Operand<TFloat32> rate;

  Muon(Ops tf, Operand<TFloat32> rate) {
    this.tf = tf;
    this.rate = rate;
  }

  /** Moves a matrix; its momentum joins {@code all}. */
  Op update(Parameters all, Parameters.Parameter matrix, Operand<TFloat32> gradient) {
    Variable<TFloat32> momentum = all.zeros(matrix.name() + "/first", matrix.shape());
    Operand<TFloat32> moved =
        tf.assign(momentum, tf.math.add(scaled(momentum, MOMENTUM), gradient));
    Operand<TFloat32> ahead = tf.math.add(gradient, scaled(moved, MOMENTUM));
    long fanIn = matrix.shape().size(0);
    long units = matrix.shape().size(1);
    double wide = Math.sqrt(Math.max(1, units / (double) fanIn));
    Operand<TFloat32> step = tf.math.mul(rate, orthogonal(ahead, fanIn > units));
    return tf.assignSub(matrix.variable(), scaled(step, (float) (RATE * wide)));
  }

  /** About the nearest orthogonal matrix, by the iteration of Newton and Schulz. */
  private Operand<TFloat32> orthogonal(Operand<TFloat32> matrix, boolean tall) {
    Operand<TFloat32> x = tall ? transposed(matrix) : matrix;
    Operand<TFloat32> squares = tf.math.mul(x, x);
    Operand<TFloat32> norm = tf.math.sqrt(tf.sum(squares, tf.array(0, 1)));
    x = tf.math.div(x, tf.math.add(norm, tf.constant(1e-7f)));
    for (int i = 0; i < ITERATIONS; i++) {
      Operand<TFloat32> square = tf.linalg.matMul(x, x, MatMul.transposeB(true));
      Operand<TFloat32> cubic =
          tf.math.add(scaled(square, B), scaled(tf.linalg.matMul(square, square), C));
      x = tf.math.add(scaled(x, A), tf.linalg.matMul(cubic, x));
    }
    return tall ? transposed(x) : x;
  }

  private Operand<TFloat32> transposed(Operand<TFloat32> matrix) {
    return tf.linalg.transpose(matrix, tf.constant(new int[] {1, 0}));
  }

  private Operand<TFloat32> scaled(Operand<TFloat32> value, float factor) {
    return tf.math.mul(value, tf.constant(factor));
  }
}
