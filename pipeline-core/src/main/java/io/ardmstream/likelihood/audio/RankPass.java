package io.ardmstream.likelihood.audio;

import static io.ardmstream.mixing.Hash.fineLog;
import static io.ardmstream.mixing.Hash.log;

import io.ardmstream.ardm.Cdf;
import io.ardmstream.likelihood.mixed.ValueBitCoder;
import io.ardmstream.network.RowNetwork;

/**
 * Passes the ranks of one channel, frame by frame. Opinions of each: the network's around the joint
 * prediction; a distribution around that prediction as wide as its errors have been; the same
 * around each predictor's own prediction.
 */
final class RankPass {
  private static final long LEAST_MEAN = 24;

  /** Octaves of a mean error below the first scale that is told apart. */
  private static final int FINEST = 4;

  private final int ranks;
  private final Predictions predictions;
  private final long[] predicted;
  private final RankMemory memory;
  private final RankedOpinion network;
  private final ErrorOpinion[] others;
  private final IntervalCoder coder;

  /**
   * A pass over one channel.
   *
   * @param ranks of the channel
   * @param memory of its ranks before, which it adds to
   * @param before residuals of the coded channel before, null if there is none
   */
  RankPass(
      RowNetwork rows,
      ResidualHead head,
      Predictions predictions,
      int ranks,
      RankMemory memory,
      ResidualHistory before,
      ValueBitCoder port) {
    this.ranks = ranks;
    this.predictions = predictions;
    this.memory = memory;
    predicted = new long[predictions.count()];
    network = new RankedOpinion(rows, head, memory.residuals, before, ranks);
    others = new ErrorOpinion[predicted.length];
    Cdf[] opinions = new Cdf[1 + others.length];
    opinions[0] = network.distribution();
    for (int i = 0; i < others.length; i++) {
      others[i] = new ErrorOpinion(ranks, memory.scales[i]);
      opinions[1 + i] = others[i].distribution();
    }
    coder = new IntervalCoder(memory.mixer, port, opinions);
  }

  /**
   * Passes the rank of a frame.
   *
   * @param rank to be encoded; of no meaning when decoding
   * @return the rank
   */
  int pass(int frame, int rank) {
    predictions.next(predicted);
    network.set(frame, predicted[0]);
    for (int i = 0; i < others.length; i++) {
      others[i].set(predicted[i]);
    }
    long mean = memory.middle.mean(LEAST_MEAN);
    memory.mixer.errors(scale(mean), trend());
    int passed = coder.pass(rank, ranks, predicted[0], mean);
    for (ErrorOpinion opinion : others) {
      opinion.learn(passed);
    }
    long error = ((long) passed << 8) - predicted[0];
    memory.brief.learn(error);
    memory.middle.learn(error);
    memory.lasting.learn(error);
    predictions.learn(frame, passed);
    memory.residuals.add(residual(passed, predicted[0]));
    return passed;
  }

  /** How far a rank lies from the one nearest to a prediction. */
  static int residual(int rank, long prediction) {
    return rank - (int) (prediction + 128 >> 8);
  }

  /** Octaves of a mean error, from 1/32 of a rank on. */
  private static int scale(long mean) {
    int scale = log((int) Math.min(1 << 30, mean)) - FINEST;
    return Math.max(0, Math.min(IntervalMixer.SCALES - 1, scale));
  }

  /** Half octaves by which errors have grown lately. */
  private int trend() {
    int now = fineLog((int) Math.min(1 << 30, memory.brief.mean(LEAST_MEAN)));
    int before = fineLog((int) Math.min(1 << 30, memory.lasting.mean(LEAST_MEAN)));
    int trend = (now - before >> 1) + IntervalMixer.TRENDS / 2;
    return Math.max(0, Math.min(IntervalMixer.TRENDS - 1, trend));
  }
}
