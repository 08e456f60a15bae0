package io.ardmstream.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A kind of layer that is not published, a convolution: networks take it as they take others. */
class OtherLayerTest {

  /** The same weights at every place of a row of values. */
  private record Convolution(String name, List<String> inputs, int taps) implements Layer.Weighted {

    @Override
    public int fraction() {
      return 0;
    }

    @Override
    public int low() {
      return -1000;
    }

    @Override
    public int high() {
      return 1000;
    }

    @Override
    public int units() {
      return 1;
    }

    @Override
    public int width(int... read) {
      return read[0] - taps + 1;
    }

    @Override
    public int fanIn(NetworkSpec network) {
      return taps;
    }

    @Override
    public long macs(NetworkSpec network) {
      return (long) taps * network.width(name);
    }

    @Override
    public long worstCase(NetworkSpec network, DenseWeights weights, int unit) {
      long worst = Math.abs(weights.bias()[0]);
      for (short weight : weights.weights()) {
        worst += (long) Math.abs(weight) * network.bound(inputs.get(0));
      }
      return worst;
    }

    @Override
    public int[] evaluate(List<int[]> read, DenseWeights weights) {
      int[] sums = new int[read.get(0).length - taps + 1];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = weights.bias()[0];
        for (int tap = 0; tap < taps; tap++) {
          sums[i] += weights.weights()[tap] * read.get(0)[i + tap];
        }
        sums[i] >>= weights.shift()[0];
      }
      return sums;
    }
  }

  private static final NetworkSpec SPEC =
      new NetworkSpec(
          "n",
          List.of(new NetworkInput("in", 5, 0, 100)),
          List.of(
              new Convolution("edges", List.of("in"), 2),
              new Layer.Dense("sum", List.of("edges"), 1, 0, -1000, 1000)),
          List.of("edges", "sum"));

  @Test
  void itIsEvaluatedBetweenOthers() {
    IntegerNetwork network = new IntegerNetwork(SPEC, List.of(weights(-1, 1), weights(1, 1, 1, 1)));

    float[][] row = {{1}, {2}, {4}, {8}, {16}};
    for (Network tested : List.of(new ReferenceNetwork(network), new JavaNetwork(network))) {
      float[][][] outputs = tested.evaluate(1, row);

      assertThat(Planes.rows(outputs[0], 1)).containsExactly(1, 2, 4, 8);
      assertThat(Planes.rows(outputs[1], 1)).containsExactly(15);
    }
    assertThat(SPEC.macs()).isEqualTo(2 * 4 + 4);
  }

  @Test
  void itsSumsAreProvenToo() {
    NetworkSpec wide =
        new NetworkSpec(
            "n",
            List.of(new NetworkInput("in", 5, 0, 2047)),
            List.of(new Convolution("edges", List.of("in"), 2)),
            List.of("edges"));

    assertThatThrownBy(() -> new IntegerNetwork(wide, List.of(weights(5000, 5000))))
        .hasMessageContaining("not below 2^24");
  }

  private static DenseWeights weights(int... values) {
    short[] weights = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      weights[i] = (short) values[i];
    }
    return new DenseWeights(weights, new int[1], new byte[1]);
  }
}
