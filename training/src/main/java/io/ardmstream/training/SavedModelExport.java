package io.ardmstream.training;

import io.ardmstream.network.Convolution;
import io.ardmstream.network.DenseWeights;
import io.ardmstream.network.Grid;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.Layer;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.NetworkSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Writes an integer network as a SavedModel with the weights as constants. Only operations that are
 * exact in float32 appear: matrix product, addition, clipping, floor, and moving values about.
 *
 * <p>The shifts of a layer are in its weights and biases, which stay exact because they are divided
 * by powers of two. Most of the time goes into passes over memory: TensorFlow makes one of product
 * and bias, and clipping takes one.
 */
final class SavedModelExport {

  private SavedModelExport() {}

  static void write(IntegerNetwork network, Path folder) throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Signature.Builder signature = Signature.builder().key("serving_default");
      Map<String, Operand<TFloat32>> values = new HashMap<>();
      NetworkSpec spec = network.spec();
      for (int i = 0; i < spec.inputs().size(); i++) {
        NetworkInput input = spec.inputs().get(i);
        Placeholder<TFloat32> placeholder =
            tf.withName("input" + i)
                .placeholder(
                    TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, input.width())));
        values.put(input.name(), placeholder);
        signature.input("input" + i, placeholder);
      }
      for (Layer layer : spec.layers()) {
        values.put(layer.name(), value(tf, network, layer, values));
      }
      for (int i = 0; i < spec.outputs().size(); i++) {
        Operand<TFloat32> output = values.get(spec.outputs().get(i));
        signature.output("output" + i, tf.withName("output" + i).identity(output));
      }
      try (Session session = new Session(graph)) {
        SavedModelBundle.exporter(folder.toString())
            .withSession(session)
            .withSignature(signature.build())
            .export();
      }
    }
  }

  private static Operand<TFloat32> value(
      Ops tf, IntegerNetwork network, Layer layer, Map<String, Operand<TFloat32>> values) {
    List<Operand<TFloat32>> sources = new ArrayList<>();
    layer.inputs().forEach(name -> sources.add(values.get(name)));
    if (layer instanceof Layer.Dense || layer instanceof Convolution) {
      Operand<TFloat32> joined =
          sources.size() == 1 ? sources.get(0) : tf.concat(sources, tf.constant(1));
      Layer.Weighted weighted = (Layer.Weighted) layer;
      Operand<TFloat32> square =
          layer.reach() == 0 ? joined : square(tf, network.spec(), weighted, joined);
      return tf.math.floor(clip(tf, product(tf, network.weights(weighted), square), layer));
    }
    if (layer instanceof Layer.Sum) {
      return clip(tf, tf.math.add(sources.get(0), sources.get(1)), layer);
    }
    throw new IllegalArgumentException("no graph for layer " + layer);
  }

  /**
   * All that a convolution reads, side by side: a product of matrices is exact on every device,
   * which is more than can be said of whatever a library makes of a convolution.
   */
  private static Operand<TFloat32> square(
      Ops tf, NetworkSpec spec, Layer.Weighted layer, Operand<TFloat32> input) {
    Grid grid = spec.grid();
    int reach = layer.reach();
    int side = 2 * reach + 1;
    int channels = layer.fanIn(spec) / (side * side);
    Operand<TFloat32> pictures =
        tf.reshape(input, tf.constant(new int[] {-1, grid.height(), grid.width(), channels}));
    int[][] margins = {{0, 0}, {reach, reach}, {reach, reach}, {0, 0}};
    Operand<TFloat32> padded = tf.pad(pictures, tf.constant(margins), tf.constant(0f));
    List<Operand<TFloat32>> moved = new ArrayList<>();
    for (int tap = 0; tap < side * side; tap++) {
      moved.add(
          tf.slice(
              padded,
              tf.constant(new int[] {0, tap / side, tap % side, 0}),
              tf.constant(new int[] {-1, grid.height(), grid.width(), -1})));
    }
    return tf.reshape(
        tf.concat(moved, tf.constant(3)), tf.constant(new int[] {-1, layer.fanIn(spec)}));
  }

  private static Operand<TFloat32> product(Ops tf, DenseWeights w, Operand<TFloat32> input) {
    float[] weights = new float[w.weights().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.scalb((float) w.weights()[i], -w.shift()[i % w.units()]);
    }
    float[] bias = new float[w.units()];
    for (int i = 0; i < bias.length; i++) {
      bias[i] = Math.scalb((float) w.bias()[i], -w.shift()[i]);
    }
    Operand<TFloat32> matrix =
        tf.reshape(tf.constant(weights), tf.constant(new int[] {w.fanIn(), w.units()}));
    return tf.nn.biasAdd(tf.linalg.matMul(input, matrix), tf.constant(bias));
  }

  /** Bounds are whole numbers, so clipping before rounding down is the same as after. */
  private static Operand<TFloat32> clip(Ops tf, Operand<TFloat32> value, Layer layer) {
    return tf.clipByValue(
        value, tf.constant((float) layer.low()), tf.constant((float) layer.high()));
  }
}
