package io.ardmstream.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.network.Convolution;
import io.ardmstream.network.DenseKernel;
import io.ardmstream.network.DenseWeights;
import io.ardmstream.network.Grid;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.JavaNetwork;
import io.ardmstream.network.Layer;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.network.ReferenceNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VectorKernelTest {

  @Test
  void itIsTheFastestWhereTheJvmHasVectors() {
    assertThat(DenseKernel.fastest()).isInstanceOf(VectorKernel.class);
    assertThat(DenseKernel.fastest().name()).matches("vectors of \\d+ bits");
  }

  @Property(tries = 200)
  void itComputesTheIntegersOfTheReference(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 21) int hidden,
      @ForAll @IntRange(min = 1, max = 19) int outputs,
      @ForAll @IntRange(min = 1, max = 300) int rows,
      @ForAll long seed) {
    IntegerNetwork network = network(width, hidden, outputs, new Random(seed));
    float[][] features = features(width, rows, new Random(seed + 1));

    float[][][] expected = new ReferenceNetwork(network).evaluate(rows, features);

    assertThat(new JavaNetwork(network, new VectorKernel()).evaluate(rows, features))
        .isDeepEqualTo(expected);
    assertThat(new JavaNetwork(network, DenseKernel.plain()).evaluate(rows, features))
        .isDeepEqualTo(expected);
  }

  /** Rows of pictures and of blocks end at different places. */
  @Property(tries = 60)
  void itComputesConvolutionsLikeTheReference(
      @ForAll @IntRange(min = 1, max = 37) int width,
      @ForAll @IntRange(min = 1, max = 11) int height,
      @ForAll @IntRange(min = 1, max = 2) int reach,
      @ForAll long seed) {
    NetworkSpec spec =
        new NetworkSpec(
            "random",
            List.of(new NetworkInput("in", 3, 5, 255)),
            List.of(
                new Convolution("around", List.of("in"), 9, reach, 5, -255, 255),
                new Convolution("head", List.of("around", "in"), 2, 1, 8, -4095, 4095)),
            List.of("around", "head"),
            new Grid(width, height));
    IntegerNetwork network = new IntegerNetwork(spec, weights(spec, 20, new Random(seed)));
    int rows = 2 * width * height;
    float[][] features = features(3, rows, new Random(seed + 1));

    float[][][] expected = new ReferenceNetwork(network).evaluate(rows, features);

    assertThat(new JavaNetwork(network, new VectorKernel()).evaluate(rows, features))
        .isDeepEqualTo(expected);
    assertThat(new JavaNetwork(network, DenseKernel.plain()).evaluate(rows, features))
        .isDeepEqualTo(expected);
  }

  private static IntegerNetwork network(int width, int hidden, int outputs, Random random) {
    NetworkSpec spec =
        new NetworkSpec(
            "random",
            List.of(new NetworkInput("in", width, 5, 255)),
            List.of(
                new Layer.Dense("stem", List.of("in"), hidden, 5, 0, 255),
                new Layer.Dense("branch", List.of("stem", "in"), hidden, 5, -255, 255),
                new Layer.Sum("sum", List.of("stem", "branch"), 5, -255, 255),
                new Layer.Dense("head", List.of("sum"), outputs, 8, -32767, 32767),
                new Layer.Dense("wide", List.of("sum"), 2, 8, -(1 << 23), 1 << 23)),
            List.of("head", "sum", "wide"));
    return new IntegerNetwork(spec, weights(spec, 1000, random));
  }

  private static List<DenseWeights> weights(NetworkSpec spec, int bound, Random random) {
    List<DenseWeights> weights = new ArrayList<>();
    for (Layer.Weighted layer : spec.weightedLayers()) {
      weights.add(weights(layer.fanIn(spec), layer.units(), bound, random));
    }
    return weights;
  }

  private static DenseWeights weights(int fanIn, int units, int bound, Random random) {
    short[] weights = new short[fanIn * units];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (short) (random.nextInt(2 * bound + 1) - bound);
    }
    int[] bias = new int[units];
    byte[] shift = new byte[units];
    for (int i = 0; i < units; i++) {
      shift[i] = (byte) random.nextInt(24);
      bias[i] = random.nextInt(2001) - 1000;
    }
    return new DenseWeights(weights, bias, shift);
  }

  private static float[][] features(int width, int rows, Random random) {
    float[][] features = new float[width][rows];
    for (float[] plane : features) {
      for (int row = 0; row < rows; row++) {
        plane[row] = random.nextInt(511) - 255;
      }
    }
    return features;
  }
}
