package io.ardmstream.likelihood.audio;

import io.ardmstream.transform.audio.RankPredictor;
import io.ardmstream.transform.audio.RankedChannels;

/** Predictions of the ranks of one channel, from the first frame on. */
interface Predictions {

  /** How many there are of each rank; the first is the one that residuals are counted from. */
  int count();

  /**
   * The predictions for the next frame.
   *
   * @param predicted receives them in 1/256 of a rank
   */
  void next(long[] predicted);

  /** Takes in the sample that was predicted. */
  void learn(int frame, int rank);

  /** Predictions made as the samples become known, which it fills in. */
  record Live(RankPredictor predictor, RankedChannels channels, int channel)
      implements Predictions {

    @Override
    public int count() {
      return predictor.count();
    }

    @Override
    public void next(long[] predicted) {
      predictor.predict(predicted);
    }

    @Override
    public void learn(int frame, int rank) {
      channels.set(channel, frame, predictor.learn(rank));
    }
  }

  /** Predictions of samples that are known, made at once. */
  final class Recorded implements Predictions {
    private final int count;
    private final long[] predicted;
    private int at;

    Recorded(RankPredictor predictor, RankedChannels channels, int channel, int frames) {
      count = predictor.count();
      predicted = new long[count * frames];
      long[] ofFrame = new long[count];
      for (int t = 0; t < frames; t++) {
        predictor.predict(ofFrame);
        System.arraycopy(ofFrame, 0, predicted, t * count, count);
        predictor.learn(channels.rank(channel, t));
      }
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public void next(long[] ofFrame) {
      System.arraycopy(predicted, at, ofFrame, 0, count);
      at += count;
    }

    @Override
    public void learn(int frame, int rank) {
      // the samples are known
    }

    /** The prediction of a frame that residuals are counted from. */
    long at(int frame) {
      return predicted[frame * count];
    }
  }
}
