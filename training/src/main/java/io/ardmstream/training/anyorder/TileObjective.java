package io.ardmstream.training.anyorder;

import io.ardmstream.likelihood.anyorder.PartialTile;
import io.ardmstream.likelihood.anyorder.TileFeatures;
import io.ardmstream.likelihood.anyorder.TileHead;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.training.Parameters;
import io.ardmstream.training.QuantisedGraph;
import io.ardmstream.training.TrainingTask.Feed;
import java.util.List;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The graph that is trained: weighted bits of the digits of a {@link MaskedBatch}. A digit's
 * probability is what the interval with it holds of the interval without (data parametrisation).
 */
final class TileObjective {

  /** Mass per value that is spread evenly over all values. */
  private static final double FLOOR = 1e-7;

  private static final double SMALLEST_LOG_SCALE = -2.5;
  private static final double LARGEST_LOG_SCALE = 6;
  private static final int CHANNELS = PartialTile.CHANNELS;

  private final Ops tf;
  private final TileHead head;
  private final int fraction;
  private final Parameters parameters;
  private final Placeholder<TFloat32> views;
  private final Placeholder<TFloat32> base;
  private final Placeholder<TFloat32> taps;
  private final Placeholder<TFloat32> ends;
  private final Placeholder<TFloat32> weight;
  private final Operand<TFloat32> bits;

  TileObjective(Ops tf, TileArchitecture architecture, double base, long seed) {
    this.tf = tf;
    this.head = architecture.head();
    this.parameters = new Parameters(tf);
    NetworkSpec network = architecture.network();
    this.fraction = network.inputs().get(0).fraction();
    this.views = placeholder(TileFeatures.WIDTH);
    this.base = placeholder(CHANNELS, 1);
    this.taps = placeholder(CHANNELS, TileFeatures.TAPS);
    this.ends = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(4, -1, CHANNELS, 1)));
    this.weight = placeholder(CHANNELS);
    QuantisedGraph graph = new QuantisedGraph(tf, parameters, new Random(seed));
    Operand<TFloat32> out = graph.add(network, List.of(views)).get(0);
    Operand<TFloat32> columns =
        tf.reshape(out, tf.constant(new int[] {-1, CHANNELS, head.width()}));
    this.bits =
        tf.reduceSum(tf.math.mul(digitBits(columns, base), weight), tf.constant(new int[] {0, 1}));
    initialiseScales(network.name());
  }

  private Placeholder<TFloat32> placeholder(long... widths) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1).append(Shape.of(widths))));
  }

  private Operand<TFloat32> digitBits(Operand<TFloat32> out, double digitBase) {
    int components = head.components();
    Operand<TFloat32> shares = tf.nn.softmax(columns(out, 0, components));
    Operand<TFloat32> logScale =
        tf.math.minimum(
            tf.math.maximum(columns(out, 2 * components, components), constant(SMALLEST_LOG_SCALE)),
            constant(LARGEST_LOG_SCALE));
    Operand<TFloat32> moved =
        tf.reduceSum(
            tf.math.mul(columns(out, 3 * components, TileFeatures.TAPS), taps),
            tf.constant(-1),
            org.tensorflow.op.core.ReduceSum.keepDims(true));
    Operand<TFloat32> means =
        tf.math.add(
            tf.math.add(base, moved),
            tf.math.mul(columns(out, components, components), tf.math.exp(logScale)));
    Operand<TFloat32> inverse = tf.math.exp(tf.math.neg(logScale));
    Operand<TFloat32> before = mass(0, shares, means, inverse);
    Operand<TFloat32> after = mass(2, shares, means, inverse);
    return tf.math.mul(
        tf.math.sub(
            tf.math.log(tf.math.add(before, constant(FLOOR * digitBase))),
            tf.math.log(tf.math.add(after, constant(FLOOR)))),
        constant(1 / Math.log(2)));
  }

  /** Between two ends, on the side of the mean where the sigmoid is exact. */
  private Operand<TFloat32> mass(
      int pair, Operand<TFloat32> shares, Operand<TFloat32> means, Operand<TFloat32> inverse) {
    Operand<TFloat32> low = tf.math.mul(tf.math.sub(end(pair), means), inverse);
    Operand<TFloat32> high = tf.math.mul(tf.math.sub(end(pair + 1), means), inverse);
    // not zero where the mean is in the very middle
    Operand<TFloat32> right = tf.math.add(tf.math.add(low, high), constant(1e-6));
    Operand<TFloat32> side = tf.math.neg(tf.math.sign(right));
    Operand<TFloat32> mass =
        tf.math.abs(
            tf.math.sub(
                tf.math.sigmoid(tf.math.mul(side, high)), tf.math.sigmoid(tf.math.mul(side, low))));
    return tf.reduceSum(tf.math.mul(shares, mass), tf.constant(-1));
  }

  private Operand<TFloat32> end(int index) {
    return tf.reshape(
        tf.slice(
            ends, tf.constant(new int[] {index, 0, 0, 0}), tf.constant(new int[] {1, -1, -1, -1})),
        tf.constant(new int[] {-1, CHANNELS, 1}));
  }

  private Operand<TFloat32> columns(Operand<TFloat32> out, int from, int count) {
    return tf.slice(
        out, tf.constant(new int[] {0, 0, from}), tf.constant(new int[] {-1, -1, count}));
  }

  private Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }

  /** Components begin with scales from narrow to wide. */
  private void initialiseScales(String network) {
    float[] bias = parameters.named(network + "/head/bias").initial();
    for (int c = 0; c < CHANNELS; c++) {
      for (int k = 0; k < head.components(); k++) {
        bias[c * head.width() + 2 * head.components() + k] = 0.3f + 0.9f * k;
      }
    }
  }

  Parameters parameters() {
    return parameters;
  }

  /** Weighted sum over the digits of a batch, as a vector of one. */
  Operand<TFloat32> costs() {
    return tf.stack(List.of(bits));
  }

  List<Feed> feeds(MaskedBatch batch) {
    long rows = (long) batch.tiles() * PartialTile.POSITIONS;
    float[] allEnds = new float[4 * batch.ends[0].length];
    for (int i = 0; i < 4; i++) {
      System.arraycopy(batch.ends[i], 0, allEnds, i * batch.ends[i].length, batch.ends[i].length);
    }
    return List.of(
        new Feed(views, Shape.of(rows, TileFeatures.WIDTH), batch.views(fraction)),
        new Feed(base, Shape.of(rows, CHANNELS, 1), batch.base),
        new Feed(taps, Shape.of(rows, CHANNELS, TileFeatures.TAPS), batch.taps),
        new Feed(ends, Shape.of(4, rows, CHANNELS, 1), allEnds),
        new Feed(weight, Shape.of(rows, CHANNELS), batch.weight));
  }
}
