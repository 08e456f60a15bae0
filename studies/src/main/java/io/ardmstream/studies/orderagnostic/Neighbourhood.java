package io.ardmstream.studies.orderagnostic;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TFloat32;

/**
 * What surrounds a sample: a mean of the values around, in which narrow intervals count more, and
 * the differences of the nearest values from it. Nothing here is trained.
 */
final class Neighbourhood {

  private static final int REACH = 3;
  private static final int VALUES = SmallPicture.CARDINALITY;
  private static final int CHANNELS = SmallPicture.CHANNELS;

  /** Differences per sample: the nine nearest, itself among them, and the two other channels. */
  static final int TAPS = 9 + CHANNELS - 1;

  private final Ops tf;
  private final Operand<TFloat32> known;
  private final Operand<TFloat32> certainty;
  private final Operand<TFloat32> mean;

  Neighbourhood(Ops tf, MaskedInputs inputs) {
    this.tf = tf;
    this.known = inputs.known();
    Operand<TFloat32> width = inputs.width();
    Operand<TFloat32> precision = tf.math.reciprocal(tf.math.mul(width, width));
    this.mean = tf.math.div(blur(tf.math.mul(precision, known)), blur(precision));
    this.certainty =
        tf.math.mul(
            tf.math.sub(tf.constant((float) VALUES), width), tf.constant(1f / (VALUES - 1)));
  }

  /** Shape [pictures, 32, 32, 3]. */
  Operand<TFloat32> mean() {
    return mean;
  }

  /** The sample's own difference from the mean, as far as it is known. */
  Operand<TFloat32> difference() {
    return tf.math.mul(certainty, tf.math.sub(known, mean));
  }

  /** Shape [pictures, 32, 32, 3, {@link #TAPS}]. */
  Operand<TFloat32> taps() {
    List<Operand<TFloat32>> taps = new ArrayList<>();
    Operand<TFloat32> weighted = pad(tf.math.mul(certainty, known));
    Operand<TFloat32> certainties = pad(certainty);
    for (int i = 0; i < 9; i++) {
      taps.add(
          tf.math.sub(
              shift(weighted, i / 3, i % 3), tf.math.mul(shift(certainties, i / 3, i % 3), mean)));
    }
    Operand<TFloat32> difference = difference();
    for (int turn = 1; turn < CHANNELS; turn++) {
      taps.add(turned(difference, turn));
    }
    return tf.stack(taps, Stack.axis(-1L));
  }

  private Operand<TFloat32> blur(Operand<TFloat32> values) {
    int side = 2 * REACH + 1;
    float[] kernel = new float[side * side * CHANNELS * CHANNELS];
    for (int i = 0; i < side * side; i++) {
      int dx = i % side - REACH;
      int dy = i / side - REACH;
      for (int c = 0; c < CHANNELS; c++) {
        kernel[(i * CHANNELS + c) * CHANNELS + c] = 1f / (1 + dx * dx + dy * dy);
      }
    }
    Operand<TFloat32> filter =
        tf.reshape(tf.constant(kernel), tf.constant(new int[] {side, side, CHANNELS, CHANNELS}));
    return tf.nn.conv2d(values, filter, List.of(1L, 1L, 1L, 1L), "SAME");
  }

  private Operand<TFloat32> pad(Operand<TFloat32> picture) {
    return tf.pad(
        picture, tf.constant(new int[][] {{0, 0}, {1, 1}, {1, 1}, {0, 0}}), tf.constant(0f));
  }

  private Operand<TFloat32> shift(Operand<TFloat32> padded, int dy, int dx) {
    return tf.slice(
        padded,
        tf.constant(new int[] {0, dy, dx, 0}),
        tf.constant(new int[] {-1, SmallPicture.SIDE, SmallPicture.SIDE, -1}));
  }

  private Operand<TFloat32> turned(Operand<TFloat32> channels, int turn) {
    return tf.concat(
        List.of(channels(channels, turn, CHANNELS - turn), channels(channels, 0, turn)),
        tf.constant(3));
  }

  private Operand<TFloat32> channels(Operand<TFloat32> all, int from, int count) {
    return tf.slice(
        all, tf.constant(new int[] {0, 0, 0, from}), tf.constant(new int[] {-1, -1, -1, count}));
  }

  /**
   * How much is known of values in intervals of that width, on a scale: 1 if the value is known, -1
   * if nothing is.
   */
  static Operand<TFloat32> detail(Ops tf, Operand<TFloat32> width) {
    return tf.math.sub(
        tf.constant(1f),
        tf.math.mul(tf.math.log(width), tf.constant((float) (2 / Math.log(VALUES)))));
  }
}
