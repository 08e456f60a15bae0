package io.ardmstream.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reference evaluator: plain {@code int} arithmetic, no native library. The oracle of the tests
 * and the decoder of last resort.
 */
public final class ReferenceNetwork implements Network {

  private final IntegerNetwork network;

  /** Evaluates that network. */
  public ReferenceNetwork(IntegerNetwork network) {
    this.network = network;
  }

  @Override
  public float[][][] evaluate(int rows, float[][]... inputs) {
    NetworkSpec spec = network.spec();
    float[][][] outputs = new float[spec.outputs().size()][][];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = new float[spec.width(spec.outputs().get(i))][rows];
    }
    for (int row = 0; row < rows; row++) {
      Map<String, int[]> values = evaluateRow(row, inputs);
      for (int i = 0; i < outputs.length; i++) {
        int[] value = values.get(spec.outputs().get(i));
        for (int k = 0; k < value.length; k++) {
          outputs[i][k][row] = value[k];
        }
      }
    }
    return outputs;
  }

  private Map<String, int[]> evaluateRow(int row, float[][][] inputs) {
    NetworkSpec spec = network.spec();
    Map<String, int[]> values = new HashMap<>();
    for (int i = 0; i < inputs.length; i++) {
      NetworkInput input = spec.inputs().get(i);
      int[] features = new int[input.width()];
      for (int k = 0; k < features.length; k++) {
        features[k] = (int) inputs[i][k][row];
      }
      values.put(input.name(), features);
    }
    int weighted = 0;
    for (Layer layer : spec.layers()) {
      List<int[]> read = layer.inputs().stream().map(values::get).toList();
      DenseWeights weights =
          layer instanceof Layer.Weighted ? network.weights().get(weighted++) : null;
      int[] value = layer.evaluate(read, weights);
      clip(value, layer.low(), layer.high());
      values.put(layer.name(), value);
    }
    return values;
  }

  private static void clip(int[] values, int low, int high) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(low, Math.min(high, values[i]));
    }
  }

  @Override
  public void close() {
    // nothing native to free
  }
}
