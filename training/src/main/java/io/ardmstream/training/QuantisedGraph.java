package io.ardmstream.training;

import io.ardmstream.network.Grid;
import io.ardmstream.network.Layer;
import io.ardmstream.network.NetworkSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Builds the differentiable, fake-quantised twin of a {@link NetworkSpec} in a TensorFlow graph.
 *
 * <p>Activations carry real values: the integer {@code a} of the exported network stands for {@code
 * a / 2^fraction}. Weights stay in full precision, since the exporter keeps up to 11 bits of them.
 */
public final class QuantisedGraph {

  private final Ops tf;
  private final Parameters parameters;
  private final Random random;

  public QuantisedGraph(Ops tf, Parameters parameters, Random random) {
    this.tf = tf;
    this.parameters = parameters;
    this.random = random;
  }

  /** Adds the network and returns its outputs, given one operand per input. */
  public List<Operand<TFloat32>> add(NetworkSpec spec, List<Operand<TFloat32>> inputs) {
    Map<String, Operand<TFloat32>> values = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      values.put(spec.inputs().get(i).name(), inputs.get(i));
    }
    for (Layer layer : spec.layers()) {
      values.put(layer.name(), quantise(value(spec, layer, values), layer));
    }
    List<Operand<TFloat32>> outputs = new ArrayList<>();
    spec.outputs().forEach(name -> outputs.add(values.get(name)));
    return outputs;
  }

  private Operand<TFloat32> value(
      NetworkSpec spec, Layer layer, Map<String, Operand<TFloat32>> values) {
    List<Operand<TFloat32>> sources = new ArrayList<>();
    layer.inputs().forEach(name -> sources.add(values.get(name)));
    if (layer instanceof Layer.Sum) {
      return tf.math.add(sources.get(0), sources.get(1));
    }
    Operand<TFloat32> joined =
        sources.size() == 1 ? sources.get(0) : tf.concat(sources, tf.constant(1));
    return weighted(spec, (Layer.Weighted) layer, joined);
  }

  private Operand<TFloat32> weighted(
      NetworkSpec spec, Layer.Weighted layer, Operand<TFloat32> input) {
    int fanIn = layer.fanIn(spec);
    float[] initial = new float[fanIn * layer.units()];
    double deviation = gain(spec, layer) * Math.sqrt(2.0 / fanIn);
    for (int i = 0; i < initial.length; i++) {
      initial[i] = (float) (deviation * random.nextGaussian());
    }
    String name = spec.name() + "/" + layer.name();
    Shape shape = Shape.of(fanIn, layer.units());
    Variable<TFloat32> weights =
        isHead(spec, layer)
            ? parameters.add(name + "/weights", shape, initial)
            : parameters.addHidden(name + "/weights", shape, initial);
    Variable<TFloat32> bias =
        parameters.add(name + "/bias", Shape.of(layer.units()), new float[layer.units()]);
    Operand<TFloat32> products =
        layer.reach() == 0
            ? tf.linalg.matMul(input, weights)
            : convolution(spec.grid(), layer, fanIn, input, weights);
    return tf.math.add(products, bias);
  }

  private Operand<TFloat32> convolution(
      Grid grid,
      Layer.Weighted layer,
      int fanIn,
      Operand<TFloat32> input,
      Operand<TFloat32> weights) {
    int side = 2 * layer.reach() + 1;
    int channels = fanIn / (side * side);
    Operand<TFloat32> pictures =
        tf.reshape(input, tf.constant(new int[] {-1, grid.height(), grid.width(), channels}));
    Operand<TFloat32> filters =
        tf.reshape(weights, tf.constant(new int[] {side, side, channels, layer.units()}));
    return tf.reshape(
        tf.nn.conv2d(pictures, filters, List.of(1L, 1L, 1L, 1L), "SAME"),
        tf.constant(new int[] {-1, layer.units()}));
  }

  private static boolean isHead(NetworkSpec spec, Layer layer) {
    return spec.outputs().contains(layer.name());
  }

  /** Branches that are added to a trunk and output layers start small. */
  private static double gain(NetworkSpec spec, Layer layer) {
    if (isHead(spec, layer)) {
      return 0.1;
    }
    boolean added =
        spec.layers().stream()
            .anyMatch(l -> l instanceof Layer.Sum && l.inputs().contains(layer.name()));
    return added && layer.low() < 0 ? 0.3 : 1;
  }

  private Operand<TFloat32> quantise(Operand<TFloat32> value, Layer layer) {
    return roundTo(
        tf.math.minimum(
            tf.math.maximum(value, constant(Math.scalb((double) layer.low(), -layer.fraction()))),
            constant(Math.scalb((double) layer.high(), -layer.fraction()))),
        layer.fraction());
  }

  /** Rounds to multiples of 2^-fraction; the gradient passes straight through. */
  public Operand<TFloat32> roundTo(Operand<TFloat32> value, int fraction) {
    Operand<TFloat32> scaled = tf.math.mul(value, constant(Math.scalb(1.0, fraction)));
    Operand<TFloat32> rounded =
        tf.math.mul(
            tf.math.floor(tf.math.add(scaled, constant(0.5))),
            constant(Math.scalb(1.0, -fraction)));
    return tf.math.add(value, tf.stopGradient(tf.math.sub(rounded, value)));
  }

  public Operand<TFloat32> constant(double value) {
    return tf.constant((float) value);
  }
}
