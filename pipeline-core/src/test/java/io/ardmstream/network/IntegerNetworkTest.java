package io.ardmstream.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IntegerNetworkTest {

  private static final NetworkSpec ONE =
      new NetworkSpec(
          "one",
          List.of(new NetworkInput("in", 2, 0, 100)),
          List.of(new Layer.Dense("out", List.of("in"), 1, 0, -50, 50)),
          List.of("out"));

  private static float evaluate(int[] weights, int bias, int shift, float a, float b) {
    DenseWeights w =
        new DenseWeights(
            new short[] {(short) weights[0], (short) weights[1]},
            new int[] {bias},
            new byte[] {(byte) shift});
    return new ReferenceNetwork(new IntegerNetwork(ONE, List.of(w)))
        .evaluate(1, new float[][] {{a}, {b}})[0][0][0];
  }

  @Test
  void denseLayerSumsShiftsDownAndClips() {
    assertThat(evaluate(new int[] {3, -2}, 8, 4, 10, 5)).isEqualTo((3 * 10 - 2 * 5 + 8) >> 4);
    assertThat(evaluate(new int[] {3, -2}, 0, 4, -10, 5)).isEqualTo(-3); // floor(-40 / 16)
    assertThat(evaluate(new int[] {100, 0}, 0, 0, 100, 0)).isEqualTo(50);
    assertThat(evaluate(new int[] {-100, 0}, 0, 0, 100, 0)).isEqualTo(-50);
  }

  @Test
  void weightsThatCouldReachTwoToTheTwentyFourAreRefused() {
    NetworkSpec wide =
        new NetworkSpec(
            "wide",
            List.of(new NetworkInput("in", 5, 0, 2047)),
            List.of(new Layer.Dense("out", List.of("in"), 1, 0, -1, 1)),
            List.of("out"));
    short[] largest = {2047, 2047, 2047, 2047, 2047};
    assertThatThrownBy(
            () ->
                new IntegerNetwork(
                    wide, List.of(new DenseWeights(largest, new int[1], new byte[1]))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer out unit 0")
        .hasMessageContaining("not below 2^24");
  }

  @Test
  void layersMustBeDefinedBeforeTheyAreUsed() {
    assertThatThrownBy(
            () ->
                new NetworkSpec(
                    "n",
                    List.of(new NetworkInput("in", 1, 0, 1)),
                    List.of(new Layer.Dense("a", List.of("b"), 1, 0, 0, 1)),
                    List.of("a")))
        .hasMessageContaining("b is used before it is defined");
  }

  @Test
  void aSumNeedsEquallyWideLayers() {
    assertThatThrownBy(
            () ->
                new NetworkSpec(
                    "n",
                    List.of(new NetworkInput("in", 3, 0, 1)),
                    List.of(
                        new Layer.Dense("a", List.of("in"), 2, 0, 0, 1),
                        new Layer.Sum("s", List.of("in", "a"), 0, 0, 1)),
                    List.of("s")))
        .hasMessageContaining("different widths");
  }

  @Test
  @Timeout(10)
  void aDeepNetworkOfSumsIsLookedAtOnce() {
    List<Layer> layers = new ArrayList<>();
    String last = "view";
    for (int i = 0; i < 64; i++) {
      layers.add(new Layer.Sum("sum" + i, List.of(last, last), 0, -255, 255));
      last = "sum" + i;
    }
    NetworkSpec deep =
        new NetworkSpec(
            "deep", List.of(new NetworkInput("view", 3, 0, 255)), layers, List.of(last));

    assertThat(deep.width(last)).isEqualTo(3);
  }
}
