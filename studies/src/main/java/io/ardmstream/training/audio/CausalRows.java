package io.ardmstream.training.audio;

import io.ardmstream.likelihood.audio.AudioFeatures;
import io.ardmstream.likelihood.audio.AudioUnit;
import java.util.Random;

/**
 * Rows like those of {@link ResidualBatch}, of as many taps, all of them earlier residuals: what a
 * network that codes one residual after another would see.
 *
 * @param taps earlier residuals, at least 4
 */
record CausalRows(int taps) {

  private static final int BOUND = 255;
  private static final int NEAREST = 4;
  private static final int OTHER = 3;
  private static final int FLAG = 64;

  int width() {
    return taps + NEAREST + 2 * OTHER + 5;
  }

  ResidualBatch draw(AudioResiduals blocks, int rows, Random random) {
    ResidualBatch batch =
        new ResidualBatch(
            rows,
            new float[rows * width()],
            new float[rows * AudioFeatures.KERNEL],
            new float[rows],
            new float[rows]);
    for (int row = 0; row < rows; row++) {
      AudioUnit unit = blocks.any(random);
      int channel = random.nextInt(unit.channels());
      fill(batch, row, unit, channel, random.nextInt(unit.planes()[channel].length));
    }
    return batch;
  }

  private void fill(ResidualBatch batch, int row, AudioUnit unit, int channel, int place) {
    int[] residuals = unit.planes()[channel];
    int mean = unit.meanLoudness()[channel];
    double reference = reference(residuals, place, mean);
    double scale = Math.pow(2, reference / 8);
    int out = row * width();
    for (int j = 1; j <= taps; j++) {
      double loudness = place < j ? mean : loudness(residuals[place - j]);
      batch.contexts()[out++] = clip(4 * (loudness - reference));
    }
    int kernel = row * AudioFeatures.KERNEL;
    for (int j = 1; j <= NEAREST; j++) {
      double value = at(residuals, place - j) / scale;
      batch.kernels()[kernel++] = (float) value;
      batch.contexts()[out++] = clip(32 * value);
    }
    boolean any = unit.channels() > 1;
    boolean before = channel > 0;
    int other = before ? channel - 1 : any ? 1 : 0;
    batch.kernels()[kernel] = before ? (float) (unit.planes()[other][place] / scale) : 0;
    for (int j = 0; j < OTHER; j++) {
      boolean there = any && (j > 0 || before);
      int value = there ? at(unit.planes()[other], place - j) : 0;
      batch.contexts()[out++] =
          there ? clip(4 * (loudness(value) - unit.meanLoudness()[other])) : 0;
      batch.contexts()[out++] = clip(32 * value / scale);
    }
    batch.contexts()[out++] = clip(reference);
    batch.contexts()[out++] = clip(4 * (mean - reference));
    batch.contexts()[out++] = clip(4 * loudness(place >> 4));
    batch.contexts()[out++] = any ? FLAG : 0;
    batch.contexts()[out] = before ? FLAG : 0;
    batch.targets()[row] = (float) (residuals[place] / scale);
    batch.halves()[row] = (float) (0.5 / scale);
  }

  private static double reference(int[] residuals, int place, int mean) {
    double sum = 0;
    for (int j = 1; j <= NEAREST; j++) {
      sum += (j <= 2 ? 2 : 1) * (place < j ? mean : loudness(residuals[place - j]));
    }
    return Math.rint(sum / 6);
  }

  private static int at(int[] residuals, int place) {
    return place < 0 ? 0 : residuals[place];
  }

  private static double loudness(int residual) {
    return Math.rint(8 * Math.log(1 + Math.abs((double) residual)) / Math.log(2));
  }

  private static float clip(double value) {
    return (float) Math.max(-BOUND, Math.min(BOUND, Math.rint(value)));
  }
}
