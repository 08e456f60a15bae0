package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.util.Collections;
import java.util.List;

/**
 * A convolution over the {@link Grid} of its network: a {@link Layer.Dense dense layer} that reads
 * a square of positions around its own, row by row, all inputs at each. Beyond the edge of the
 * picture everything is 0.
 *
 * @param reach how far the square extends to each side: 1 for 3 × 3
 */
@PublicApi(Stability.EVOLVING)
public record Convolution(
    String name, List<String> inputs, int units, int reach, int fraction, int low, int high)
    implements Layer.Weighted {
  private static final int FARTHEST = 7;

  /** Copies the list of inputs. */
  public Convolution {
    inputs = List.copyOf(inputs);
    if (reach < 1 || reach > FARTHEST) {
      throw new IllegalArgumentException(
          "layer %s reaches %d positions, not 1 to %d".formatted(name, reach, FARTHEST));
    }
  }

  /** Positions in the square. */
  public int taps() {
    return (2 * reach + 1) * (2 * reach + 1);
  }

  /** The dense layer over all that the square holds. */
  private Dense dense() {
    List<String> all = Collections.nCopies(taps(), inputs).stream().flatMap(List::stream).toList();
    return new Dense(name, all, units, fraction, low, high);
  }

  @Override
  public int width(int... read) {
    return units;
  }

  @Override
  public int fanIn(NetworkSpec network) {
    return dense().fanIn(network);
  }

  @Override
  public long macs(NetworkSpec network) {
    return dense().macs(network);
  }

  @Override
  public long worstCase(NetworkSpec network, DenseWeights weights, int unit) {
    return dense().worstCase(network, weights, unit);
  }

  @Override
  public int[] evaluate(List<int[]> read, DenseWeights weights) {
    return dense().evaluate(read, weights);
  }
}
