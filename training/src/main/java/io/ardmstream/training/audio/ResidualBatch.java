package io.ardmstream.training.audio;

import io.ardmstream.likelihood.audio.AudioFeatures;
import io.ardmstream.likelihood.audio.AudioUnit;
import io.ardmstream.training.TrainingTask;
import java.util.Random;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Rows of training data of the audio model.
 *
 * @param contexts features
 * @param kernels values of the dynamic kernel relative to the scale around
 * @param targets residuals relative to the scale around
 * @param halves half a level relative to the scale around
 */
record ResidualBatch(int rows, float[] contexts, float[] kernels, float[] targets, float[] halves) {

  private static final int RUN = 16;

  static ResidualBatch draw(
      AudioResiduals blocks, AudioFeatures features, int rows, Random random) {
    ResidualBatch batch =
        new ResidualBatch(
            rows,
            new float[rows * features.width()],
            new float[rows * AudioFeatures.KERNEL],
            new float[rows],
            new float[rows]);
    float[][] planes = new float[features.width()][1];
    int[] kernel = new int[AudioFeatures.KERNEL];
    for (int row = 0; row < rows; ) {
      AudioUnit unit = blocks.any(random);
      for (int i = 0; i < RUN && row < rows; i++, row++) {
        batch.fill(unit, features, row, random, planes, kernel);
      }
    }
    return batch;
  }

  private void fill(
      AudioUnit unit,
      AudioFeatures features,
      int row,
      Random random,
      float[][] planes,
      int[] kernel) {
    int channel = random.nextInt(unit.channels());
    int place = random.nextInt(unit.planes()[channel].length);
    int reference = features.fill(unit, channel, place, planes, 0, kernel);
    for (int i = 0; i < planes.length; i++) {
      contexts[row * planes.length + i] = planes[i][0];
    }
    target(row, kernel, unit.planes()[channel][place], reference);
  }

  /** Sets a row of whole features, whose kernel is absolute. */
  void set(int row, int[] features, int[] kernel, int residual, int reference) {
    for (int i = 0; i < features.length; i++) {
      contexts[row * features.length + i] = features[i];
    }
    target(row, kernel, residual, reference);
  }

  private void target(int row, int[] kernel, int residual, int reference) {
    double scale = Math.pow(2, reference / 8.0);
    for (int i = 0; i < kernel.length; i++) {
      kernels[row * kernel.length + i] = (float) (kernel[i] / scale);
    }
    targets[row] = (float) (residual / scale);
    halves[row] = (float) (0.5 / scale);
  }

  TrainingTask.Feed feed(Placeholder<TFloat32> placeholder, float[] values) {
    return new TrainingTask.Feed(placeholder, Shape.of(rows, values.length / rows), values);
  }
}
