package io.ardmstream.network;

import java.util.ArrayList;
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
  private final RowBlocks[] inputs;
  private final Step[] steps;
  private final RowBlocks[] outputs;
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
    Map<String, RowBlocks> values = new HashMap<>();
    for (NetworkInput input : spec.inputs()) {
      values.put(input.name(), new RowBlocks(input.width(), room));
    }
    inputs = spec.inputs().stream().map(i -> values.get(i.name())).toArray(RowBlocks[]::new);
    steps = new Step[spec.layers().size()];
    for (int i = 0; i < steps.length; i++) {
      Layer layer = spec.layers().get(i);
      List<RowBlocks> read = layer.inputs().stream().map(values::get).toList();
      RowBlocks out = new RowBlocks(spec.width(layer.name()), room);
      values.put(layer.name(), out);
      steps[i] = step(network, layer, read, out, room);
    }
    outputs = spec.outputs().stream().map(values::get).toArray(RowBlocks[]::new);
    results = Arrays.stream(outputs).map(o -> new float[o.width()][0]).toArray(float[][][]::new);
  }

  private static Step step(
      IntegerNetwork network, Layer layer, List<RowBlocks> read, RowBlocks out, int room) {
    if (layer instanceof Layer.Dense dense) {
      List<Integer> widths = read.stream().map(RowBlocks::width).toList();
      UnitGroups units = UnitGroups.of(network.weights(dense), widths);
      return new DenseStep(new Sums(layer, units, out), read);
    }
    if (layer instanceof Convolution convolution) {
      return ConvolutionStep.of(network, convolution, read, out, room);
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
        results[i] = new float[outputs[i].width()][rows];
      }
    }
    for (int from = 0; from < rows; from += together) {
      int count = Math.min(together, rows - from);
      for (int i = 0; i < inputs.length; i++) {
        inputs[i].take(features[i], from, count, kernel.rows());
      }
      for (Step step : steps) {
        step.run(kernel, count);
      }
      for (int i = 0; i < results.length; i++) {
        outputs[i].give(results[i], from, count, kernel.rows());
      }
    }
    return results;
  }

  @Override
  public void close() {
    // nothing native to free
  }

  /** The sums of a layer's units on their way: begun, added to for each source, and scaled. */
  private record Sums(Layer layer, UnitGroups units, RowBlocks out) {

    void begin(DenseKernel kernel, int row, int used) {
      kernel.begin(units.bias(), out.values(), out.start(row), used);
    }

    void add(DenseKernel kernel, RowBlocks source, float[] weights, int row, int used) {
      int from = source.start(row);
      int to = out.start(row);
      kernel.accumulate(source.values(), from, source.width(), weights, out.values(), to, used);
    }

    void scale(DenseKernel kernel, int row, int used) {
      int at = out.start(row);
      kernel.scale(out.values(), at, units.shifts(), layer.low(), layer.high(), used);
    }
  }

  private record DenseStep(Sums sums, List<RowBlocks> read) implements Step {

    @Override
    public void run(DenseKernel kernel, int rows) {
      for (int row = 0; row < rows; row += kernel.rows()) {
        int used = Math.min(kernel.rows(), rows - row);
        sums.begin(kernel, row, used);
        for (int i = 0; i < read.size(); i++) {
          sums.add(kernel, read.get(i), sums.units().weights()[i], row, used);
        }
        sums.scale(kernel, row, used);
      }
    }
  }

  /**
   * A matrix product for each position of the square, on values that are moved by so much.
   *
   * @param moved what is read, moved to one position after another
   */
  private record ConvolutionStep(
      int reach, Grid grid, Sums sums, List<RowBlocks> read, List<RowBlocks> moved)
      implements Step {

    static ConvolutionStep of(
        IntegerNetwork network, Convolution layer, List<RowBlocks> read, RowBlocks out, int room) {
      int side = 2 * layer.reach() + 1;
      List<Integer> widths = new ArrayList<>();
      for (int position = 0; position < side * side; position++) {
        read.forEach(source -> widths.add(source.width()));
      }
      Sums sums = new Sums(layer, UnitGroups.of(network.weights(layer), widths), out);
      List<RowBlocks> moved = read.stream().map(r -> new RowBlocks(r.width(), room)).toList();
      return new ConvolutionStep(layer.reach(), network.spec().grid(), sums, read, moved);
    }

    @Override
    public void run(DenseKernel kernel, int rows) {
      int block = kernel.rows();
      for (int row = 0; row < rows; row += block) {
        sums.begin(kernel, row, Math.min(block, rows - row));
      }
      int at = 0;
      for (int down = -reach; down <= reach; down++) {
        for (int right = -reach; right <= reach; right++) {
          for (int i = 0; i < moved.size(); i++) {
            move(read.get(i), right, down, moved.get(i), block);
            float[] weights = sums.units().weights()[at++];
            for (int row = 0; row < rows; row += block) {
              sums.add(kernel, moved.get(i), weights, row, Math.min(block, rows - row));
            }
          }
        }
      }
      for (int row = 0; row < rows; row += block) {
        sums.scale(kernel, row, Math.min(block, rows - row));
      }
    }

    private void move(RowBlocks source, int right, int down, RowBlocks to, int block) {
      int width = grid.width();
      int from = Math.max(0, -right);
      int count = width - Math.abs(right);
      for (int y = 0; y < grid.height(); y++) {
        int above = (y + down) * width;
        int row = y * width;
        boolean outside = y + down < 0 || y + down >= grid.height() || count <= 0;
        for (int value = 0; value < source.width(); value++) {
          if (outside) {
            to.clear(value, row, width, block);
            continue;
          }
          to.clear(value, row, from, block);
          to.copy(value, row + from, source, above + from + right, count, block);
          to.clear(value, row + from + count, width - from - count, block);
        }
      }
    }
  }

  private record SumStep(Layer layer, RowBlocks first, RowBlocks second, RowBlocks out)
      implements Step {

    @Override
    public void run(DenseKernel kernel, int rows) {
      int block = kernel.rows();
      int whole = rows / block * block;
      add(0, out.start(whole));
      // the rows that are left of a last block are few of long blocks
      for (int value = 0; value < out.width(); value++) {
        add(out.index(value, whole, block), rows - whole);
      }
    }

    private void add(int from, int count) {
      int to = from + count;
      add(first.values(), second.values(), out.values(), from, to, layer.low(), layer.high());
    }

    private static void add(
        float[] a, float[] b, float[] sum, int from, int to, float low, float high) {
      for (int i = from; i < to; i++) {
        sum[i] = Math.max(low, Math.min(high, a[i] + b[i]));
      }
    }
  }

  /** Any other layer, as it says itself what it makes of a row. */
  private record RowStep(Layer layer, DenseWeights weights, List<RowBlocks> read, RowBlocks out)
      implements Step {

    @Override
    public void run(DenseKernel kernel, int rows) {
      int block = kernel.rows();
      for (int row = 0; row < rows; row++) {
        int at = row;
        int[] result =
            layer.evaluate(read.stream().map(v -> integers(v, at, block)).toList(), weights);
        for (int u = 0; u < result.length; u++) {
          int clipped = Math.max(layer.low(), Math.min(layer.high(), result[u]));
          out.values()[out.index(u, row, block)] = clipped;
        }
      }
    }

    private static int[] integers(RowBlocks blocks, int row, int block) {
      int[] integers = new int[blocks.width()];
      for (int i = 0; i < integers.length; i++) {
        integers[i] = (int) blocks.values()[blocks.index(i, row, block)];
      }
      return integers;
    }
  }
}
