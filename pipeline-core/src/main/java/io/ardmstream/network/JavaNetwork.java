package io.ardmstream.network;

import java.util.HashMap;
import java.util.Map;

/**
 * The reference evaluator: plain {@code int} arithmetic, no native library. The oracle of the tests
 * and the decoder of last resort.
 */
public final class JavaNetwork implements Network {

  private final IntegerNetwork network;

  /** Evaluates that network. */
  public JavaNetwork(IntegerNetwork network) {
    this.network = network;
  }

  @Override
  public float[][] evaluate(int rows, float[]... inputs) {
    NetworkSpec spec = network.spec();
    float[][] outputs = new float[spec.outputs().size()][];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = new float[rows * spec.width(spec.outputs().get(i))];
    }
    for (int row = 0; row < rows; row++) {
      Map<String, int[]> values = evaluateRow(row, inputs);
      for (int i = 0; i < outputs.length; i++) {
        int[] value = values.get(spec.outputs().get(i));
        for (int k = 0; k < value.length; k++) {
          outputs[i][row * value.length + k] = value[k];
        }
      }
    }
    return outputs;
  }

  private Map<String, int[]> evaluateRow(int row, float[][] inputs) {
    NetworkSpec spec = network.spec();
    Map<String, int[]> values = new HashMap<>();
    for (int i = 0; i < inputs.length; i++) {
      NetworkInput input = spec.inputs().get(i);
      int[] features = new int[input.width()];
      for (int k = 0; k < features.length; k++) {
        features[k] = (int) inputs[i][row * input.width() + k];
      }
      values.put(input.name(), features);
    }
    int dense = 0;
    for (Layer layer : spec.layers()) {
      int[] value =
          layer instanceof Layer.Dense
              ? dense(layer, network.weights().get(dense++), values)
              : sum(values.get(layer.inputs().get(0)), values.get(layer.inputs().get(1)));
      clip(value, layer.low(), layer.high());
      values.put(layer.name(), value);
    }
    return values;
  }

  private static int[] dense(Layer layer, DenseWeights w, Map<String, int[]> values) {
    int units = w.units();
    int[] sums = w.bias().clone();
    int row = 0;
    for (String source : layer.inputs()) {
      for (int a : values.get(source)) {
        if (a != 0) {
          accumulate(sums, a, w.weights(), row * units);
        }
        row++;
      }
    }
    for (int o = 0; o < units; o++) {
      sums[o] >>= w.shift()[o];
    }
    return sums;
  }

  private static void accumulate(int[] sums, int a, short[] weights, int from) {
    for (int o = 0; o < sums.length; o++) {
      sums[o] += a * weights[from + o];
    }
  }

  private static int[] sum(int[] left, int[] right) {
    int[] sums = left.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += right[i];
    }
    return sums;
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
