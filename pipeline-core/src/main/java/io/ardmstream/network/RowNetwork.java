package io.ardmstream.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates a network of one input and one output in plain Java, one row after another without
 * allocation: for models whose rows wait for each other, where a call of a library takes longer
 * than the network. Not thread-safe.
 */
public final class RowNetwork implements Network {

  private final int[] features;
  private final List<Step> steps = new ArrayList<>();
  private final int[] outputs;

  /** Evaluates that network. */
  public RowNetwork(IntegerNetwork network) {
    NetworkSpec spec = network.spec();
    if (spec.inputs().size() != 1 || spec.outputs().size() != 1 || spec.grid() != null) {
      throw new IllegalArgumentException(
          "network %s has %d inputs and %d outputs%s; only one of each, and no grid, can be evaluated by rows"
              .formatted(
                  spec.name(),
                  spec.inputs().size(),
                  spec.outputs().size(),
                  spec.grid() == null ? "" : " on a grid"));
    }
    Map<String, int[]> values = new HashMap<>();
    features = new int[spec.inputs().get(0).width()];
    values.put(spec.inputs().get(0).name(), features);
    for (Layer layer : spec.layers()) {
      int[][] sources = layer.inputs().stream().map(values::get).toArray(int[][]::new);
      int[] out = new int[spec.width(layer.name())];
      values.put(layer.name(), out);
      steps.add(
          layer instanceof Layer.Dense dense
              ? new DenseStep(dense, network.weights(dense), sources, out)
              : new SumStep(layer, sources, out));
    }
    outputs = values.get(spec.outputs().get(0));
  }

  /** Where the caller writes the features of a row. */
  public int[] features() {
    return features;
  }

  /** Evaluates the row of the features; the array is overwritten by the next row. */
  public int[] evaluate() {
    for (Step step : steps) {
      step.run();
    }
    return outputs;
  }

  @Override
  public float[][][] evaluate(int rows, float[][]... inputs) {
    float[][] all = new float[outputs.length][rows];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < features.length; i++) {
        features[i] = (int) inputs[0][i][row];
      }
      evaluate();
      for (int i = 0; i < outputs.length; i++) {
        all[i][row] = outputs[i];
      }
    }
    return new float[][][] {all};
  }

  @Override
  public void close() {
    // nothing native to free
  }

  private interface Step {
    void run();
  }

  private static void clip(int[] values, Layer layer) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(layer.low(), Math.min(layer.high(), values[i]));
    }
  }

  private record SumStep(Layer layer, int[][] sources, int[] out) implements Step {

    @Override
    public void run() {
      for (int i = 0; i < out.length; i++) {
        out[i] = sources[0][i] + sources[1][i];
      }
      clip(out, layer);
    }
  }

  private static final class DenseStep implements Step {
    private static final int TOGETHER = 4;

    private final Layer layer;
    private final int[][] sources;
    private final int[] inputs;
    private final int[][] weights;
    private final int[] bias;
    private final byte[] shift;
    private final int[] out;

    DenseStep(Layer.Dense layer, DenseWeights dense, int[][] sources, int[] out) {
      this.layer = layer;
      this.sources = sources;
      this.out = out;
      bias = dense.bias();
      shift = dense.shift();
      int filled = (dense.fanIn() + TOGETHER - 1) / TOGETHER * TOGETHER;
      inputs = new int[filled];
      weights = new int[filled][out.length];
      for (int i = 0; i < dense.fanIn(); i++) {
        for (int o = 0; o < out.length; o++) {
          weights[i][o] = dense.weights()[i * out.length + o];
        }
      }
    }

    @Override
    public void run() {
      int from = 0;
      for (int[] source : sources) {
        System.arraycopy(source, 0, inputs, from, source.length);
        from += source.length;
      }
      System.arraycopy(bias, 0, out, 0, out.length);
      for (int i = 0; i < inputs.length; i += TOGETHER) {
        add(
            out,
            inputs[i],
            weights[i],
            inputs[i + 1],
            weights[i + 1],
            inputs[i + 2],
            weights[i + 2],
            inputs[i + 3],
            weights[i + 3]);
      }
      for (int o = 0; o < out.length; o++) {
        out[o] >>= shift[o];
      }
      clip(out, layer);
    }

    /** Four inputs at a time: sums are read and written once for all, and the loop vectorises. */
    private static void add(
        int[] sums, int a0, int[] w0, int a1, int[] w1, int a2, int[] w2, int a3, int[] w3) {
      for (int o = 0; o < sums.length; o++) {
        sums[o] += a0 * w0[o] + a1 * w1[o] + a2 * w2[o] + a3 * w3[o];
      }
    }
  }
}
