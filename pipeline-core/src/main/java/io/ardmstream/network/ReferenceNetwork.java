package io.ardmstream.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reference: plain {@code int} arithmetic, no native library. The oracle of the tests and the
 * decoder of last resort.
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
    Map<String, int[][]> values = new HashMap<>();
    for (int i = 0; i < inputs.length; i++) {
      values.put(spec.inputs().get(i).name(), integers(rows, inputs[i]));
    }
    int weighted = 0;
    for (Layer layer : spec.layers()) {
      DenseWeights weights =
          layer instanceof Layer.Weighted ? network.weights().get(weighted++) : null;
      int[][] made = new int[rows][];
      for (int row = 0; row < rows; row++) {
        made[row] = layer.evaluate(read(layer, values, row), weights);
        clip(made[row], layer.low(), layer.high());
      }
      values.put(layer.name(), made);
    }
    return spec.outputs().stream()
        .map(name -> planes(spec.width(name), values.get(name)))
        .toArray(float[][][]::new);
  }

  /** What a layer reads at a row. */
  private List<int[]> read(Layer layer, Map<String, int[][]> values, int row) {
    if (layer.reach() == 0) {
      return layer.inputs().stream().map(source -> values.get(source)[row]).toList();
    }
    List<int[]> read = new ArrayList<>();
    Grid grid = network.spec().grid();
    int first = row / grid.positions() * grid.positions();
    for (int down = -layer.reach(); down <= layer.reach(); down++) {
      for (int right = -layer.reach(); right <= layer.reach(); right++) {
        int beside = grid.beside(row - first, right, down);
        for (String source : layer.inputs()) {
          read.add(
              beside < 0
                  ? new int[network.spec().width(source)]
                  : values.get(source)[first + beside]);
        }
      }
    }
    return read;
  }

  private static int[][] integers(int rows, float[][] planes) {
    int[][] integers = new int[rows][planes.length];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < planes.length; i++) {
        integers[row][i] = (int) planes[i][row];
      }
    }
    return integers;
  }

  private static float[][] planes(int width, int[][] values) {
    float[][] planes = new float[width][values.length];
    for (int row = 0; row < values.length; row++) {
      for (int i = 0; i < width; i++) {
        planes[i][row] = values[row][i];
      }
    }
    return planes;
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
