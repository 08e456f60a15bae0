package io.ardmstream.likelihood.audio;

import io.ardmstream.transform.audio.RankPredictor;
import io.ardmstream.transform.audio.RankedChannels;

/** Predictions of the ranks of one channel, from the first instant on. */
interface Predictions {

  /** How many there are of each rank; the first is the one that residuals are counted from. */
  int count();

  /**
   * The predictions for the next instant.
   *
   * @param places receives them in 1/256 of a rank
   */
  void next(long[] places);

  /** Takes in the sample that was predicted. */
  void learn(int instant, int rank);

  /** Predictions made as the samples become known, which it fills in. */
  record Live(RankPredictor predictor, RankedChannels channels, int channel)
      implements Predictions {

    @Override
    public int count() {
      return predictor.count();
    }

    @Override
    public void next(long[] places) {
      predictor.predict(places);
    }

    @Override
    public void learn(int instant, int rank) {
      channels.set(channel, instant, predictor.learn(rank));
    }
  }

  /** Predictions of samples that are known, made at once. */
  final class Recorded implements Predictions {
    private final int count;
    private final long[] places;
    private int at;

    Recorded(RankPredictor predictor, RankedChannels channels, int channel, int instants) {
      count = predictor.count();
      places = new long[count * instants];
      long[] ofInstant = new long[count];
      for (int t = 0; t < instants; t++) {
        predictor.predict(ofInstant);
        System.arraycopy(ofInstant, 0, places, t * count, count);
        predictor.learn(channels.rank(channel, t));
      }
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public void next(long[] ofInstant) {
      System.arraycopy(places, at, ofInstant, 0, count);
      at += count;
    }

    @Override
    public void learn(int instant, int rank) {
      // the samples are known
    }

    /** The prediction of an instant that residuals are counted from. */
    long at(int instant) {
      return places[instant * count];
    }
  }
}
