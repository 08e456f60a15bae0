package io.ardmstream.transform.audio.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PredictorStagesTest {

  @Test
  void choleskySolvesAKnownSystem() {
    double[][] matrix = {{4, 0, 0}, {2, 5, 0}, {-1, 1, 3}};
    double[] solution = new double[3];

    // the lower triangle of [4 2 -1; 2 5 1; -1 1 3] times (1, 2, 3)
    new Cholesky(3).solve(matrix, 0, new double[] {5, 15, 10}, solution);

    assertThat(solution).containsExactly(new double[] {1, 2, 3}, within(1e-12));
  }

  @Test
  void choleskyLeavesTheSolutionOfAnImpossibleSystemAlone() {
    double[] solution = {7, 8};

    new Cholesky(2).solve(new double[][] {{1, 0}, {2, 1}}, 0, new double[] {1, 1}, solution);

    assertThat(solution).containsExactly(7, 8);
  }

  @Test
  void leastSquaresFindsTheRecursionOfASignal() {
    LeastSquares stage = new LeastSquares(2, 0.998, 25, 8);
    Random random = new Random(1);
    double last = 0;
    double before = 0;
    double lateError = 0;
    for (int t = 0; t < 4000; t++) {
      stage.regressors()[0] = last;
      stage.regressors()[1] = before;
      double noise = 10 * random.nextGaussian();
      double next = 1.6 * last - 0.9 * before + noise;
      double error = next - stage.predict() - noise;
      lateError = t < 2000 ? 0 : lateError + Math.abs(error) / 2000;
      stage.learn(next);
      before = last;
      last = next;
    }

    assertThat(lateError).isLessThan(1);
  }

  @Test
  void aLongFilterLearnsARepeatingSignal() {
    NormalisedLms filter = new NormalisedLms(256, 0.1);
    double lateError = 0;
    for (int t = 0; t < 20000; t++) {
      double next = 1000 * ((t * 37L % 101) / 50.0 - 1);
      double error = next - filter.predict();
      lateError = t < 18000 ? 0 : lateError + Math.abs(error) / 2000;
      filter.learn(next);
    }

    assertThat(lateError).isLessThan(20);
  }

  @Test
  void aFilterStaysFiniteWhenTheSignalJumps() {
    NormalisedLms filter = new NormalisedLms(16, 0.3);
    Random random = new Random(2);
    for (int t = 0; t < 50000; t++) {
      double size = t / 300 % 3 == 0 ? 1e6 : t / 300 % 3 == 1 ? 0 : 1e-3;
      assertThat(filter.predict()).isBetween(-1.1e6, 1.1e6);
      filter.learn(size * random.nextGaussian());
    }
  }

  @Test
  void theMixerFavoursTheStageThatIsRight() {
    StageMixer mixer = new StageMixer(2, StageMixer.Loss.ABSOLUTE, 0.005);
    Random random = new Random(3);
    for (int t = 0; t < 3000; t++) {
      double actual = 100 * random.nextGaussian();
      double[] stages = {actual, 100 * random.nextGaussian()};
      mixer.mix(stages);
      mixer.learn(stages, actual);
    }

    assertThat(mixer.weight(0)).isCloseTo(1, within(0.05));
    assertThat(mixer.weight(1)).isCloseTo(0, within(0.05));
  }

  @Test
  void aConstantErrorIsCorrected() {
    BiasCorrection bias = new BiasCorrection();
    double corrected = 0;
    for (int t = 0; t < 5000; t++) {
      corrected = bias.correct(100);
      bias.learn(103);
    }

    assertThat(corrected).isCloseTo(103, within(0.5));
  }
}
