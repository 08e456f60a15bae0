package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.NetworkSet;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.network.Network;
import io.ardmstream.network.NetworkSpec;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every engine promises: the integers of the reference, known answers, in any batch. */
abstract class InferenceEngineContract {

  private static final int ROWS = 64;

  /** The engine under test. */
  abstract InferenceEngine engine();

  /** The bundles it is tested with. */
  Stream<ModelBundle> bundles() throws IOException {
    return BundleRegistry.published().stream();
  }

  private static float[][] rows(NetworkSpec spec, long seed) {
    Random random = new Random(seed);
    return spec.inputs().stream()
        .map(
            input -> {
              float[] rows = new float[ROWS * input.width()];
              for (int i = 0; i < rows.length; i++) {
                double spread = i / input.width() % 3 == 0 ? 3 : 0.3;
                double value = random.nextGaussian() * spread * input.bound();
                rows[i] =
                    (float) Math.rint(Math.max(-input.bound(), Math.min(input.bound(), value)));
              }
              return rows;
            })
        .toArray(float[][]::new);
  }

  private static float[][] slice(NetworkSpec spec, float[][] rows, int from, int count) {
    float[][] part = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      int width = spec.inputs().get(i).width();
      part[i] = Arrays.copyOfRange(rows[i], from * width, (from + count) * width);
    }
    return part;
  }

  @TestFactory
  Stream<DynamicTest> givesTheIntegersOfTheReferenceInEveryBatch() throws IOException {
    return bundles()
        .map(bundle -> dynamicTest(bundle.id().toString(), () -> assertIntegers(bundle)));
  }

  private void assertIntegers(ModelBundle bundle) throws IOException {
    try (NetworkSet loaded = engine().load(bundle);
        NetworkSet plain = InferenceEngine.reference().load(bundle)) {
      List<Network> tested = NetworkSet.openVerified(loaded, bundle);
      List<Network> reference = plain.open();
      assertThat(loaded.device()).isIn("cpu", "gpu");
      for (int n = 0; n < tested.size(); n++) {
        NetworkSpec spec = bundle.description().networks().get(n);
        float[][] rows = rows(spec, n);
        float[][] expected = reference.get(n).evaluate(ROWS, rows);
        assertThat(tested.get(n).evaluate(ROWS, rows)).isDeepEqualTo(expected);
        for (int batch : new int[] {1, 2, 7, 32}) {
          assertBatch(tested.get(n), spec, rows, expected, batch);
        }
      }
      tested.forEach(Network::close);
    }
  }

  private static void assertBatch(
      Network evaluator, NetworkSpec spec, float[][] rows, float[][] expected, int batch) {
    for (int from = 0; from + batch <= ROWS; from += batch) {
      float[][] actual = evaluator.evaluate(batch, slice(spec, rows, from, batch));
      for (int i = 0; i < actual.length; i++) {
        int width = spec.width(spec.outputs().get(i));
        assertThat(actual[i])
            .isEqualTo(Arrays.copyOfRange(expected[i], from * width, (from + batch) * width));
      }
    }
  }

  @Test
  void itIsFoundByItsName() {
    assertThat(InferenceEngine.installed())
        .filteredOn(engine -> engine.name().equals(engine().name()))
        .singleElement()
        .isInstanceOf(engine().getClass());
  }
}
