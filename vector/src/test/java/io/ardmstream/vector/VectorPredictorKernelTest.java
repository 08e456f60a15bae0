package io.ardmstream.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.kernel.FastestKernel;
import io.ardmstream.transform.audio.predictor.NormalEquations;
import io.ardmstream.transform.audio.predictor.PredictorKernel;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is computed is part of formats: results are compared bit for bit with those of loops. */
class VectorPredictorKernelTest {
  private static final PredictorKernel LOOPS = PredictorKernel.plain();
  private static final PredictorKernel VECTORS = new VectorPredictorKernel();

  @Test
  void itIsTheFastestWhereTheProcessorHasSuchVectors() {
    PredictorKernel found = FastestKernel.of(PredictorKernel.class, PredictorKernel::plain);
    assertThat(found instanceof VectorPredictorKernel).isEqualTo(VECTORS.suitsProcessor());
  }

  @Property(tries = 100)
  void itSolvesEquations(@ForAll @IntRange(min = 1, max = 68) int order, @ForAll long seed) {
    NormalEquations vectors = new VectorEquations(order);
    NormalEquations loops = LOOPS.equations(order);
    double[] expected = new double[order];
    double[] solution = new double[order];
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      double[][] observations = matrix(8, order, random);
      double[] weights = random.doubles(8, 0, 0.1).toArray();
      double[] actual = random.doubles(8, -100, 100).toArray();
      loops.absorb(0.99, observations, weights, actual, 4);
      vectors.absorb(0.99, observations, weights, actual, 4);
      loops.solve(round % 2, expected);
      vectors.solve(round % 2, solution);
      assertThat(solution).isEqualTo(expected);
    }
  }

  @Test
  void itLeavesTheSolutionOfEquationsThatHaveNone() {
    NormalEquations vectors = new VectorEquations(30);
    double[] solution = new Random(1).doubles(30).toArray();
    double[] before = solution.clone();

    vectors.absorb(1, matrix(4, 30, new Random(2)), new double[4], new double[4], 0);
    vectors.solve(0, solution);

    assertThat(solution).isEqualTo(before);
  }

  @Test
  void equationsThatForgetBeginAgain() {
    NormalEquations used = new VectorEquations(9);
    NormalEquations fresh = new VectorEquations(9);
    double[][] observations = matrix(4, 9, new Random(3));
    double[] four = {1, 2, 3, 4};
    used.absorb(1, matrix(4, 9, new Random(4)), four, four, 0);
    used.forget();
    double[] expected = new double[9];
    double[] solution = new double[9];

    for (NormalEquations each : new NormalEquations[] {used, fresh}) {
      each.absorb(0.5, observations, four, four, 0);
    }
    used.solve(1, solution);
    fresh.solve(1, expected);

    assertThat(solution).isEqualTo(expected).isNotEqualTo(new double[9]);
  }

  @Property(tries = 100)
  void itSlidesFilters(
      @ForAll @IntRange(min = 1, max = 32) int lanes,
      @ForAll @IntRange(min = 1, max = 8) int segments,
      @ForAll long seed) {
    float[][] vectors = filter(segments, 8 * lanes, new Random(seed));
    float[][] loops = filter(segments, 8 * lanes, new Random(seed));
    float[][] before = filter(segments, 8 * lanes, new Random(seed + 1));
    float[][] now = filter(segments, 8 * lanes, new Random(seed + 2));
    float[] scratch = new float[8 * lanes];

    float sum = VECTORS.slide(vectors, 0.01f, before, now, scratch);

    assertThat(sum).isEqualTo(LOOPS.slide(loops, 0.01f, before, now, scratch));
    assertThat(vectors).isDeepEqualTo(loops);
  }

  private static double[][] matrix(int columns, int rows, Random random) {
    return IntStream.range(0, columns)
        .mapToObj(column -> random.doubles(rows, -100, 100).toArray())
        .toArray(double[][]::new);
  }

  private static float[][] filter(int segments, int length, Random random) {
    float[][] filter = new float[segments][length];
    for (float[] segment : filter) {
      for (int i = 0; i < length; i++) {
        segment[i] = random.nextFloat() - 0.5f;
      }
    }
    return filter;
  }
}
