package io.ardmstream.training.audio;

import io.ardmstream.likelihood.audio.AudioUnit;
import io.ardmstream.likelihood.audio.CausalFeatures;
import io.ardmstream.likelihood.audio.ResidualHistory;
import io.ardmstream.training.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Residuals as a model that mixes sees them: one after another, channel by channel. */
final class CausalResiduals {

  private final List<ResidualHistory[]> blocks = new ArrayList<>();
  private final List<int[][]> planes = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();

  CausalResiduals(AudioResiduals residuals) {
    long end = 0;
    for (AudioUnit unit : residuals.units()) {
      ResidualHistory[] channels = new ResidualHistory[unit.channels()];
      for (int c = 0; c < channels.length; c++) {
        channels[c] = history(unit.planes()[c], unit.meanLoudness()[c]);
      }
      blocks.add(channels);
      planes.add(unit.planes());
      end += (long) channels.length * unit.planes()[0].length;
      ends.add(end);
    }
  }

  private static ResidualHistory history(int[] residuals, int meanLoudness) {
    ResidualHistory history = new ResidualHistory(residuals.length, meanLoudness);
    for (int residual : residuals) {
      history.add(residual);
    }
    return history;
  }

  /** Rows of random frames of random blocks. */
  ResidualBatch draw(int rows, Random random) {
    ResidualBatch batch =
        new ResidualBatch(
            rows,
            new float[rows * CausalFeatures.WIDTH],
            new float[rows * CausalFeatures.KERNEL],
            new float[rows],
            new float[rows]);
    int[] features = new int[CausalFeatures.WIDTH];
    int[] kernel = new int[CausalFeatures.KERNEL];
    for (int row = 0; row < rows; row++) {
      int block = Draws.byWeight(ends, random);
      ResidualHistory[] channels = blocks.get(block);
      int channel = random.nextInt(channels.length);
      int[] residuals = planes.get(block)[channel];
      int frame = random.nextInt(residuals.length);
      ResidualHistory other = channel > 0 ? channels[channel - 1] : null;
      int reference = CausalFeatures.fill(channels[channel], other, frame, features, kernel);
      batch.set(row, features, kernel, residuals[frame], reference);
    }
    return batch;
  }
}
