package io.ardmstream.training.audio;

import io.ardmstream.likelihood.audio.AudioFeatures;
import io.ardmstream.likelihood.audio.ResidualHead;
import io.ardmstream.training.MixtureBits;
import io.ardmstream.training.Parameters;
import io.ardmstream.training.QuantisedGraph;
import io.ardmstream.training.TrainingTask;
import java.util.List;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * The audio model's training graph: bits per residual, given rows of features. Values are relative
 * to the scale of the loudness around.
 */
final class AudioObjective {

  private static final double FEATURE_UNIT = 1 / 32.0;

  private final Ops tf;
  private final Parameters parameters;
  private final Placeholder<TFloat32> contexts;
  private final Placeholder<TFloat32> kernels;
  private final Placeholder<TFloat32> targets;
  private final Placeholder<TFloat32> halves;
  private final Operand<TFloat32> costs;

  AudioObjective(Ops tf, AudioArchitecture architecture, long seed) {
    this.tf = tf;
    parameters = new Parameters(tf);
    contexts = tf.placeholder(TFloat32.class);
    kernels = tf.placeholder(TFloat32.class);
    targets = tf.placeholder(TFloat32.class);
    halves = tf.placeholder(TFloat32.class);
    costs = build(architecture, new Random(seed));
    initialiseHead(architecture.head());
  }

  private Operand<TFloat32> build(AudioArchitecture architecture, Random random) {
    QuantisedGraph graph = new QuantisedGraph(tf, parameters, random);
    ResidualHead head = architecture.head();
    MixtureBits bits = new MixtureBits(tf, head.components());
    Operand<TFloat32> scaled = tf.math.mul(contexts, graph.constant(FEATURE_UNIT));
    Operand<TFloat32> output = graph.add(architecture.network(), List.of(scaled)).get(0);
    Operand<TFloat32> centre =
        tf.reduceSum(
            tf.math.mul(bits.columns(output, head.kernel(), AudioFeatures.KERNEL), kernels),
            tf.constant(1),
            ReduceSum.keepDims(true));
    Operand<TFloat32> mean = tf.math.mean(bits.of(targets, output, centre, halves), tf.constant(0));
    return tf.stack(List.of(mean));
  }

  private void initialiseHead(ResidualHead head) {
    float[] bias = parameters.named("residual/head/bias").initial();
    for (int k = 0; k < head.components(); k++) {
      bias[2 * head.components() + k] = -0.8f + 0.7f * k;
    }
  }

  Parameters parameters() {
    return parameters;
  }

  /** Shape [1]. */
  Operand<TFloat32> costs() {
    return costs;
  }

  /** The feeds of a batch. */
  List<TrainingTask.Feed> feeds(ResidualBatch batch) {
    return List.of(
        batch.feed(contexts, batch.contexts()),
        batch.feed(kernels, batch.kernels()),
        batch.feed(targets, batch.targets()),
        batch.feed(halves, batch.halves()));
  }
}
