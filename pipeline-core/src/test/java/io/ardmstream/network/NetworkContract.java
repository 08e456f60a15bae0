package io.ardmstream.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every network promises: the integers of the reference, in any company. */
public abstract class NetworkContract {

  private static final NetworkSpec SPEC = TinyNetworks.spec("tiny", 19, 7);
  private static final IntegerNetwork NETWORK = TinyNetworks.random(SPEC, 4, 500);
  private static final int ROWS = 64;

  private final float[] rows = TinyNetworks.rows(SPEC.inputs().get(0), ROWS, new Random(5));

  /** Opens the network under test. */
  protected abstract Network open(IntegerNetwork network) throws IOException;

  private static float[] head(Network tested, float[] rows, int from, int count) {
    int width = SPEC.inputs().get(0).width();
    float[] part = Arrays.copyOfRange(rows, from * width, (from + count) * width);
    return Planes.rows(tested.evaluate(count, Planes.of(width, part, count))[0], count);
  }

  @Test
  void computesTheIntegersOfTheReference() throws IOException {
    try (Network tested = open(NETWORK);
        Network reference = new ReferenceNetwork(NETWORK)) {
      float[][] planes = Planes.of(SPEC.inputs().get(0).width(), rows, ROWS);
      float[][][] actual = tested.evaluate(ROWS, planes);
      float[][][] expected = reference.evaluate(ROWS, planes);
      assertThat(actual.length).isEqualTo(2);
      assertThat(Planes.rows(actual[0], ROWS)).containsExactly(Planes.rows(expected[0], ROWS));
      assertThat(Planes.rows(actual[1], ROWS)).containsExactly(Planes.rows(expected[1], ROWS));
      assertThat(Planes.rows(expected[0], ROWS)).isNotEqualTo(new float[ROWS * 7]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 32})
  void aRowDoesNotDependOnItsBatch(int batch) throws IOException {
    try (Network tested = open(NETWORK)) {
      float[] together = head(tested, rows, 0, ROWS);
      for (int from = 0; from + batch <= ROWS; from += batch) {
        assertThat(head(tested, rows, from, batch))
            .containsExactly(Arrays.copyOfRange(together, from * 7, (from + batch) * 7));
      }
    }
  }

  @Test
  void twoThreadsWithAnEvaluatorEachAgree() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Network first = open(NETWORK);
        Network second = open(NETWORK)) {
      Future<float[]> one = threads.submit(() -> head(first, rows, 0, ROWS));
      Future<float[]> two = threads.submit(() -> head(second, rows, 0, ROWS));
      assertThat(one.get()).containsExactly(two.get());
    } finally {
      threads.shutdown();
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "7,5", "16,16", "17,31", "3,300"})
  void convolutionsComputeTheIntegersOfTheReference(int across, int down) throws IOException {
    NetworkSpec spec = TinyNetworks.onGrid("pictures", 9, 11, across, down);
    IntegerNetwork network = TinyNetworks.random(spec, across, 60);
    int count = 3 * across * down;
    float[][] planes =
        Planes.of(9, TinyNetworks.rows(spec.inputs().get(0), count, new Random(down)), count);
    try (Network tested = open(network);
        Network reference = new ReferenceNetwork(network)) {
      float[] expected = Planes.rows(reference.evaluate(count, planes)[0], count);
      assertThat(Planes.rows(tested.evaluate(count, planes)[0], count)).containsExactly(expected);
      assertThat(expected).isNotEqualTo(new float[expected.length]);
    }
  }

  @Test
  void aPictureDoesNotDependOnThoseBesideIt() throws IOException {
    NetworkSpec spec = TinyNetworks.onGrid("pictures", 9, 11, 6, 4);
    float[] rows = TinyNetworks.rows(spec.inputs().get(0), 48, new Random(1));
    try (Network tested = open(TinyNetworks.random(spec, 8, 60))) {
      float[] both = Planes.rows(tested.evaluate(48, Planes.of(9, rows, 48))[0], 48);
      float[] second = Arrays.copyOfRange(rows, 24 * 9, 48 * 9);
      assertThat(Planes.rows(tested.evaluate(24, Planes.of(9, second, 24))[0], 24))
          .containsExactly(Arrays.copyOfRange(both, 24 * 11, 48 * 11));
    }
  }
}
