package io.ardmstream.training.image;

import io.ardmstream.likelihood.image.HeadLayout;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.training.MixtureBits;
import io.ardmstream.training.Parameters;
import io.ardmstream.training.QuantisedGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The image model's training graph: bits per sample of each channel, given rows of window features
 * and the pixel's samples relative to their local means.
 */
final class ImageObjective {

  private static final int CHANNELS = 3;

  private static final double[] KERNEL = {0.75, 0.75, -0.5, 0, 0, 0};
  private static final double WINDOW_UNIT = 1 / 32.0;

  private final Ops tf;
  private final QuantisedGraph graph;
  private final MixtureBits bits;
  private final HeadLayout head;
  private final int taps;
  private final Parameters parameters;
  private final Placeholder<TFloat32> windows;
  private final Placeholder<TFloat32> targets;
  private final Operand<TFloat32> bitsPerChannel;

  ImageObjective(Ops tf, ImageArchitecture architecture, int taps, long seed) {
    this.tf = tf;
    this.parameters = new Parameters(tf);
    this.graph = new QuantisedGraph(tf, parameters, new Random(seed));
    this.head = architecture.head();
    this.bits = new MixtureBits(tf, head.components());
    this.taps = taps;
    windows = tf.placeholder(TFloat32.class);
    targets = tf.placeholder(TFloat32.class);
    bitsPerChannel = build(architecture.networks());
    initialiseHeads();
  }

  private Operand<TFloat32> build(List<NetworkSpec> networks) {
    Operand<TFloat32> scaled = tf.math.mul(windows, graph.constant(WINDOW_UNIT));
    List<Operand<TFloat32>> costs = new ArrayList<>();
    List<Operand<TFloat32>> side = new ArrayList<>();
    List<Operand<TFloat32>> residuals = new ArrayList<>();
    Operand<TFloat32> trunk = null;
    Operand<TFloat32> half = tf.constant(new float[] {0.5f});
    for (int channel = 0; channel < networks.size(); channel++) {
      List<Operand<TFloat32>> outputs =
          channel == 0
              ? graph.add(networks.get(0), List.of(scaled))
              : graph.add(networks.get(channel), List.of(trunk, tf.concat(side, tf.constant(1))));
      trunk = channel == 0 ? outputs.get(1) : trunk;
      Operand<TFloat32> target = bits.columns(targets, channel, 1);
      Operand<TFloat32> base = base(outputs.get(0), channel, residuals);
      costs.add(tf.math.mean(bits.of(target, outputs.get(0), base, half), tf.constant(0)));
      Operand<TFloat32> residual = tf.math.sub(target, base);
      residuals.add(residual);
      side.addAll(sideFeatures(target, residual));
    }
    return tf.stack(costs);
  }

  /** Dynamic kernel over the nearest taps plus weighted residuals of the channels before. */
  private Operand<TFloat32> base(
      Operand<TFloat32> output, int channel, List<Operand<TFloat32>> residuals) {
    Operand<TFloat32> base =
        tf.reduceSum(
            tf.math.mul(
                bits.columns(output, head.kernel(), HeadLayout.KERNEL),
                bits.columns(windows, channel * taps, HeadLayout.KERNEL)),
            tf.constant(1),
            org.tensorflow.op.core.ReduceSum.keepDims(true));
    for (int i = 0; i < channel; i++) {
      base =
          tf.math.add(
              base, tf.math.mul(bits.columns(output, head.residuals() + i, 1), residuals.get(i)));
    }
    return base;
  }

  private List<Operand<TFloat32>> sideFeatures(
      Operand<TFloat32> target, Operand<TFloat32> residual) {
    Operand<TFloat32> quarter = graph.roundTo(residual, 2);
    Operand<TFloat32> companded =
        tf.math.mul(
            tf.math.sign(quarter),
            tf.math.mul(
                tf.math.log(
                    tf.math.add(
                        tf.math.mul(tf.math.abs(quarter), graph.constant(4)), graph.constant(1))),
                graph.constant(20 * WINDOW_UNIT)));
    return List.of(
        clip(tf.math.mul(target, graph.constant(WINDOW_UNIT))),
        clip(tf.math.mul(residual, graph.constant(8 * WINDOW_UNIT))),
        companded);
  }

  private Operand<TFloat32> clip(Operand<TFloat32> value) {
    double bound = 255 * WINDOW_UNIT;
    return tf.math.minimum(tf.math.maximum(value, graph.constant(-bound)), graph.constant(bound));
  }

  private void initialiseHeads() {
    for (int channel = 0; channel < CHANNELS; channel++) {
      float[] bias = parameters.named("channel" + channel + "/head/bias").initial();
      for (int k = 0; k < head.components(); k++) {
        bias[2 * head.components() + k] = 0.3f + 0.9f * k;
      }
      for (int i = 0; i < KERNEL.length; i++) {
        bias[head.kernel() + i] = (float) KERNEL[i];
      }
    }
  }

  Parameters parameters() {
    return parameters;
  }

  Placeholder<TFloat32> windows() {
    return windows;
  }

  Placeholder<TFloat32> targets() {
    return targets;
  }

  /** Shape [3]. */
  Operand<TFloat32> bitsPerChannel() {
    return bitsPerChannel;
  }
}
