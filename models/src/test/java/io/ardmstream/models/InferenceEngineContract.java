package io.ardmstream.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.NetworkSet;
import io.ardmstream.likelihood.registry.BundleRegistry;
import io.ardmstream.network.Network;
import io.ardmstream.network.NetworkSpec;
import io.ardmstream.network.Planes;
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
  private static final int PICTURES = 2;

  /** The engine under test. */
  abstract InferenceEngine engine();

  /** The bundles it is tested with. */
  Stream<ModelBundle> bundles() throws IOException {
    return BundleRegistry.published().stream();
  }

  private static float[][][] planes(NetworkSpec spec, float[][] rows, int from, int count) {
    float[][][] planes = new float[rows.length][][];
    for (int i = 0; i < rows.length; i++) {
      int width = spec.inputs().get(i).width();
      planes[i] =
          Planes.of(
              width, Arrays.copyOfRange(rows[i], from * width, (from + count) * width), count);
    }
    return planes;
  }

  /** Copies of what a network made of some of the rows. */
  private static List<float[]> evaluate(
      Network network, NetworkSpec spec, float[][] rows, int from, int count) {
    return Arrays.stream(network.evaluate(count, planes(spec, rows, from, count)))
        .map(output -> Planes.rows(output, count))
        .toList();
  }

  private static int count(NetworkSpec spec) {
    return spec.grid() == null ? ROWS : PICTURES * spec.rowsTogether();
  }

  private static float[][] rows(NetworkSpec spec, long seed) {
    Random random = new Random(seed);
    return spec.inputs().stream()
        .map(
            input -> {
              float[] rows = new float[count(spec) * input.width()];
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
        List<float[]> expected = evaluate(reference.get(n), spec, rows, 0, count(spec));
        List<float[]> actual = evaluate(tested.get(n), spec, rows, 0, count(spec));
        assertThat(actual).containsExactly(expected.toArray(float[][]::new));
        for (int batch : new int[] {1, 2, 7, 32}) {
          assertBatch(tested.get(n), spec, rows, expected, batch);
        }
      }
      tested.forEach(Network::close);
    }
  }

  private static void assertBatch(
      Network network, NetworkSpec spec, float[][] rows, List<float[]> expected, int batch) {
    int step = batch * spec.rowsTogether();
    for (int from = 0; from + step <= count(spec); from += step) {
      List<float[]> actual = evaluate(network, spec, rows, from, step);
      for (int i = 0; i < actual.size(); i++) {
        int width = spec.width(spec.outputs().get(i));
        assertThat(actual.get(i))
            .isEqualTo(Arrays.copyOfRange(expected.get(i), from * width, (from + step) * width));
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
