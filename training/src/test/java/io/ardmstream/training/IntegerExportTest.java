package io.ardmstream.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.Layer;
import io.ardmstream.network.NetworkInput;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.network.Planes;
import io.ardmstream.network.ReferenceNetwork;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntegerExportTest {

  private static final NetworkSpec SPEC =
      new NetworkSpec(
          "n",
          List.of(new NetworkInput("in", 40, 5, 255)),
          List.of(new Layer.Dense("out", List.of("in"), 6, 8, -4095, 4095)),
          List.of("out"));

  @Test
  void integersFollowTheTrainedWeightsClosely() {
    Random random = new Random(4);
    float[] weights = new float[240];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (random.nextGaussian() * Math.pow(2, i % 6 - 3) / 8);
    }
    float[] bias = {0.5f, -0.25f, 1, -2, 0, 3};
    IntegerNetwork network =
        IntegerExport.export(SPEC, Map.of("out/weights", weights, "out/bias", bias)::get);
    float[] row = new float[40];
    for (int i = 0; i < row.length; i++) {
      row[i] = random.nextInt(101) - 50;
    }
    float[] actual =
        Planes.rows(new ReferenceNetwork(network).evaluate(1, Planes.of(40, row, 1))[0], 1);
    for (int o = 0; o < 6; o++) {
      double expected = bias[o];
      for (int i = 0; i < 40; i++) {
        expected += weights[i * 6 + o] * row[i] / 32;
      }
      expected = Math.max(-4095, Math.min(4095, expected * 256));
      assertThat((double) actual[o]).isBetween(expected - 4, expected + 4);
    }
  }
}
