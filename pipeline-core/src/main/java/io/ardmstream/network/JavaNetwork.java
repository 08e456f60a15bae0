package io.ardmstream.network;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates a network in Java by a {@link DenseKernel}. Some rows, or those of one picture of the
 * {@link Grid}, go through all layers together, so that what lies between the layers stays in the
 * processor's cache. Not thread-safe.
 */
public final class JavaNetwork implements Network {

  /** Rows that go through the layers together, unless there is a grid. */
  static final int MOST_ROWS = 256;

  /** Rows until which loops are faster than vectors, which the JVM has to compile first. */
  private static final int COLD_ROWS = 1 << 14;

  private final boolean warming;
  private final int together;
  private DenseKernel kernel;
  private long seen;
  private final float[][][] inputs;
  private final Step[] steps;
  private final float[][][] outputs;
  private final float[][][] results;

  /** A layer on the rows at hand. */
  private interface Step {
    void run(DenseKernel kernel, int rows);
  }

  /** Evaluates that network by loops at first, and by the fastest kernel if there is much to do. */
  public JavaNetwork(IntegerNetwork network) {
    this(network, DenseKernel.plain(), true);
  }

  /** Evaluates that network by a kernel. */
  public JavaNetwork(IntegerNetwork network, DenseKernel kernel) {
    this(network, kernel, false);
  }

  private JavaNetwork(IntegerNetwork network, DenseKernel kernel, boolean warming) {
    this.kernel = kernel;
    this.warming = warming;
    NetworkSpec spec = network.spec();
    together = spec.grid() == null ? MOST_ROWS : spec.grid().positions();
    int room = (together + MOST_ROWS - 1) / MOST_ROWS * MOST_ROWS;
    Map<String, float[][]> values = new HashMap<>();
    for (NetworkInput input : spec.inputs()) {
      values.put(input.name(), new float[input.width()][room]);
    }
    inputs = spec.inputs().stream().map(i -> values.get(i.name())).toArray(float[][][]::new);
    steps = new Step[spec.layers().size()];
    for (int i = 0; i < steps.length; i++) {
      Layer layer = spec.layers().get(i);
      List<float[][]> read = layer.inputs().stream().map(values::get).toList();
      float[][] out = new float[spec.width(layer.name())][room];
      values.put(layer.name(), out);
      steps[i] = step(network, layer, read, out);
    }
    outputs = spec.outputs().stream().map(values::get).toArray(float[][][]::new);
    results = Arrays.stream(outputs).map(o -> new float[o.length][0]).toArray(float[][][]::new);
  }

  private Step step(IntegerNetwork network, Layer layer, List<float[][]> read, float[][] out) {
    if (layer instanceof Layer.Dense dense) {
      return new DenseStep(dense, network.weights(dense), read, out);
    }
    if (layer instanceof Convolution convolution) {
      return new ConvolutionStep(
          convolution, network.weights(convolution), network.spec().grid(), read, out);
    }
    if (layer instanceof Layer.Sum sum) {
      return new SumStep(sum, read.get(0), read.get(1), out);
    }
    DenseWeights weights =
        layer instanceof Layer.Weighted weighted ? network.weights(weighted) : null;
    return new RowStep(layer, weights, read, out);
  }

  @Override
  public float[][][] evaluate(int rows, float[][]... features) {
    seen += rows;
    if (warming && seen > COLD_ROWS) {
      kernel = DenseKernel.fastest();
    }
    for (int i = 0; i < results.length; i++) {
      if (results[i][0].length < rows) {
        results[i] = new float[outputs[i].length][rows];
      }
    }
    for (int from = 0; from < rows; from += together) {
      int count = Math.min(together, rows - from);
      for (int i = 0; i < inputs.length; i++) {
        copy(features[i], from, inputs[i], 0, count);
      }
      int filled = (count + kernel.lanes() - 1) / kernel.lanes() * kernel.lanes();
      for (Step step : steps) {
        step.run(kernel, filled);
      }
      for (int i = 0; i < results.length; i++) {
        copy(outputs[i], 0, results[i], from, count);
      }
    }
    return results;
  }

  private static void copy(float[][] planes, int from, float[][] copy, int to, int count) {
    for (int i = 0; i < copy.length; i++) {
      System.arraycopy(planes[i], from, copy[i], to, count);
    }
  }

  @Override
  public void close() {
    // nothing native to free
  }

  private static final class DenseStep implements Step {
    private final Layer layer;
    private final DenseWeights dense;
    private final float[][] weights;
    private final List<float[][]> read;
    private final float[][] out;

    DenseStep(Layer layer, DenseWeights dense, List<float[][]> read, float[][] out) {
      this.layer = layer;
      this.dense = dense;
      this.read = read;
      this.out = out;
      weights = byUnit(dense);
    }

    @Override
    public void run(DenseKernel kernel, int rows) {
      begin(dense, out, rows);
      int first = 0;
      for (float[][] source : read) {
        kernel.accumulate(source, rows, weights, first, out);
        first += source.length;
      }
      finish(kernel, layer, dense, out, rows);
    }
  }

  private static float[][] byUnit(DenseWeights dense) {
    float[][] weights = new float[dense.units()][dense.fanIn()];
    for (int u = 0; u < weights.length; u++) {
      for (int i = 0; i < weights[u].length; i++) {
        weights[u][i] = dense.weights()[i * weights.length + u];
      }
    }
    return weights;
  }

  private static void begin(DenseWeights dense, float[][] out, int rows) {
    for (int u = 0; u < out.length; u++) {
      Arrays.fill(out[u], 0, rows, dense.bias()[u]);
    }
  }

  private static void finish(
      DenseKernel kernel, Layer layer, DenseWeights dense, float[][] out, int rows) {
    for (int u = 0; u < out.length; u++) {
      kernel.scale(out[u], rows, dense.shift()[u], layer.low(), layer.high());
    }
  }

  /** A matrix product for each position of the square, on planes that are moved by so much. */
  private static final class ConvolutionStep implements Step {
    private final Convolution layer;
    private final DenseWeights dense;
    private final float[][] weights;
    private final Grid grid;
    private final List<float[][]> read;
    private final float[][] out;
    private final float[][][] moved;

    ConvolutionStep(
        Convolution layer, DenseWeights dense, Grid grid, List<float[][]> read, float[][] out) {
      this.layer = layer;
      this.dense = dense;
      this.grid = grid;
      this.read = read;
      this.out = out;
      weights = byUnit(dense);
      moved = read.stream().map(r -> new float[r.length][out[0].length]).toArray(float[][][]::new);
    }

    @Override
    public void run(DenseKernel kernel, int rows) {
      begin(dense, out, rows);
      int first = 0;
      for (int down = -layer.reach(); down <= layer.reach(); down++) {
        for (int right = -layer.reach(); right <= layer.reach(); right++) {
          for (int i = 0; i < moved.length; i++) {
            float[][] source = read.get(i);
            for (int c = 0; c < source.length; c++) {
              move(source[c], right, down, moved[i][c]);
            }
            kernel.accumulate(moved[i], rows, weights, first, out);
            first += source.length;
          }
        }
      }
      finish(kernel, layer, dense, out, rows);
    }

    private void move(float[] plane, int right, int down, float[] to) {
      int width = grid.width();
      int from = Math.max(0, -right);
      int count = width - Math.abs(right);
      for (int y = 0; y < grid.height(); y++) {
        int source = y + down;
        int row = y * width;
        if (source < 0 || source >= grid.height() || count <= 0) {
          Arrays.fill(to, row, row + width, 0);
          continue;
        }
        Arrays.fill(to, row, row + from, 0);
        System.arraycopy(plane, source * width + from + right, to, row + from, count);
        Arrays.fill(to, row + from + count, row + width, 0);
      }
    }
  }

  private record SumStep(Layer layer, float[][] first, float[][] second, float[][] out)
      implements Step {

    @Override
    public void run(DenseKernel kernel, int rows) {
      for (int u = 0; u < out.length; u++) {
        add(first[u], second[u], out[u], rows, layer.low(), layer.high());
      }
    }

    private static void add(float[] a, float[] b, float[] sum, int rows, float low, float high) {
      for (int r = 0; r < rows; r++) {
        sum[r] = Math.max(low, Math.min(high, a[r] + b[r]));
      }
    }
  }

  /** Any other layer, as it says itself what it makes of a row. */
  private record RowStep(Layer layer, DenseWeights weights, List<float[][]> read, float[][] out)
      implements Step {

    @Override
    public void run(DenseKernel kernel, int rows) {
      for (int row = 0; row < rows; row++) {
        int at = row;
        int[] result = layer.evaluate(read.stream().map(v -> integers(v, at)).toList(), weights);
        for (int u = 0; u < result.length; u++) {
          out[u][row] = Math.max(layer.low(), Math.min(layer.high(), result[u]));
        }
      }
    }

    private static int[] integers(float[][] planes, int row) {
      int[] integers = new int[planes.length];
      for (int i = 0; i < integers.length; i++) {
        integers[i] = (int) planes[i][row];
      }
      return integers;
    }
  }
}
