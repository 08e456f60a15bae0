package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.util.List;

/**
 * One layer of an integer network. Its output is clipped to {@code [low, high]}; {@code low = 0} is
 * a rectifier.
 *
 * <p>A new kind says here how wide it is and what it computes, in {@link
 * io.ardmstream.bundle.DescriptionJson} what it is called, and in the trainer's graphs how the
 * engine of the graphs computes the same.
 */
@PublicApi(Stability.EVOLVING)
public interface Layer {

  /** Name by which later layers and the outputs refer to this one. */
  String name();

  /** Names of the inputs or layers this layer reads. */
  List<String> inputs();

  /** Fractional bits of the output (see {@link NetworkInput#fraction()}). */
  int fraction();

  /** Smallest output value. */
  int low();

  /** Largest output value. */
  int high();

  /** Largest magnitude of an output value. */
  default int bound() {
    return Math.max(Math.abs(low()), Math.abs(high()));
  }

  /**
   * How many positions of the network's {@link Grid} away it reads: 0 if only its own. A square of
   * that reach is read row by row, all inputs at each position.
   */
  default int reach() {
    return 0;
  }

  /**
   * Number of values per row.
   *
   * @param inputs the same of what it reads
   * @throws IllegalArgumentException if it cannot read that
   */
  int width(int... inputs);

  /**
   * The values of a row before they are clipped.
   *
   * @param inputs what it reads; not changed
   * @param weights of a {@link Weighted} layer, else null
   */
  int[] evaluate(List<int[]> inputs, DenseWeights weights);

  /** A layer with weights of its own. */
  interface Weighted extends Layer {

    /** Number of biases and shifts. */
    int units();

    /** Number of weights for each of the units. */
    int fanIn(NetworkSpec network);

    /** Multiplications and additions per row. */
    long macs(NetworkSpec network);

    /** Largest magnitude that a partial sum of a unit can have, whatever it reads. */
    long worstCase(NetworkSpec network, DenseWeights weights, int unit);
  }

  /**
   * Fully connected layer over the concatenation of its inputs: {@code y = clip(floor((b + W a) /
   * 2^shift))}, the rounding constant being part of the bias.
   */
  record Dense(String name, List<String> inputs, int units, int fraction, int low, int high)
      implements Weighted {

    /** Copies the list of inputs. */
    public Dense {
      inputs = List.copyOf(inputs);
    }

    @Override
    public int width(int... read) {
      return units;
    }

    @Override
    public int fanIn(NetworkSpec network) {
      return inputs.stream().mapToInt(network::width).sum();
    }

    @Override
    public long macs(NetworkSpec network) {
      return (long) fanIn(network) * units;
    }

    @Override
    public long worstCase(NetworkSpec network, DenseWeights weights, int unit) {
      long worst = Math.abs((long) weights.bias()[unit]);
      int row = 0;
      for (String source : inputs) {
        int bound = network.bound(source);
        int width = network.width(source);
        for (int i = 0; i < width; i++, row++) {
          worst += (long) Math.abs(weights.weights()[row * units + unit]) * bound;
        }
      }
      return worst;
    }

    @Override
    public int[] evaluate(List<int[]> read, DenseWeights weights) {
      int[] sums = weights.bias().clone();
      int row = 0;
      for (int[] source : read) {
        for (int a : source) {
          if (a != 0) {
            accumulate(sums, a, weights.weights(), row * sums.length);
          }
          row++;
        }
      }
      for (int unit = 0; unit < sums.length; unit++) {
        sums[unit] >>= weights.shift()[unit];
      }
      return sums;
    }

    private static void accumulate(int[] sums, int a, short[] weights, int from) {
      for (int unit = 0; unit < sums.length; unit++) {
        sums[unit] += a * weights[from + unit];
      }
    }
  }

  /** Sum of two equally wide and equally scaled layers: {@code y = clip(a + b)}. */
  record Sum(String name, List<String> inputs, int fraction, int low, int high) implements Layer {

    /** Checks that there are exactly two inputs. */
    public Sum {
      inputs = List.copyOf(inputs);
      if (inputs.size() != 2) {
        throw new IllegalArgumentException("sum " + name + " needs exactly two inputs");
      }
    }

    @Override
    public int width(int... read) {
      if (read[0] != read[1]) {
        throw new IllegalArgumentException("sum " + name + " adds layers of different widths");
      }
      return read[0];
    }

    @Override
    public int[] evaluate(List<int[]> read, DenseWeights none) {
      int[] sums = read.get(0).clone();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += read.get(1)[i];
      }
      return sums;
    }
  }
}
