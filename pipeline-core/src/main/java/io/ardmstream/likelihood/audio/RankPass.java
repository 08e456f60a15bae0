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
  /** The network's first weight; the other opinions share the rest. */
  private static final int NETWORK_WEIGHT = (1 << 16) * 9 / 10;

  private static final int OTHER_WEIGHTS = (1 << 16) / 10;

  /** Errors that the opinions of the joint and of the single predictions remember. */
  private static final int JOINT_MEMORY = 32;

  private static final int SINGLE_MEMORY = 64;
  private static final int BRIEF = 8;
  private static final int MIDDLE = 32;
  private static final int LASTING = 256;
  private static final long LEAST_MEAN = 24;

  /** Octaves of a mean error below the first scale that is told apart. */
  private static final int FINEST = 4;

  private final int ranks;
  private final Predictions predictions;
  private final long[] predicted;
  private final ResidualHistory history;
  private final RankedOpinion network;
  private final ErrorOpinion[] others;
  private final IntervalMixer mixer;
  private final IntervalCoder coder;
  private final ErrorScale brief;
  private final ErrorScale middle;
  private final ErrorScale lasting;

  /**
   * A pass over one channel.
   *
   * @param ranks of the channel
   * @param history of its residuals, empty
   * @param before that of the coded channel before, null if there is none
   */
  RankPass(
      RowNetwork rows,
      ResidualHead head,
      Predictions predictions,
      int ranks,
      ResidualHistory history,
      ResidualHistory before,
      ValueBitCoder port) {
    this.ranks = ranks;
    this.predictions = predictions;
    this.history = history;
    predicted = new long[predictions.count()];
    network = new RankedOpinion(rows, head, history, before, ranks);
    long first = Math.max(32, Loudness.magnitude(history.meanLoudness()));
    others = new ErrorOpinion[predicted.length];
    int[] weights = new int[1 + others.length];
    Cdf[] opinions = new Cdf[weights.length];
    opinions[0] = network.distribution();
    weights[0] = NETWORK_WEIGHT;
    for (int i = 0; i < others.length; i++) {
      others[i] = new ErrorOpinion(ranks, first, i == 0 ? JOINT_MEMORY : SINGLE_MEMORY);
      opinions[1 + i] = others[i].distribution();
      weights[1 + i] = OTHER_WEIGHTS / others.length;
    }
    mixer = new IntervalMixer(weights);
    coder = new IntervalCoder(mixer, port, opinions);
    brief = new ErrorScale(first, BRIEF);
    middle = new ErrorScale(first, MIDDLE);
    lasting = new ErrorScale(first, LASTING);
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
    long mean = middle.mean(LEAST_MEAN);
    mixer.errors(scale(mean), trend());
    int passed = coder.pass(rank, ranks, predicted[0], mean);
    for (ErrorOpinion opinion : others) {
      opinion.learn(passed);
    }
    long error = ((long) passed << 8) - predicted[0];
    brief.learn(error);
    middle.learn(error);
    lasting.learn(error);
    predictions.learn(frame, passed);
    history.add(residual(passed, predicted[0]));
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
    int now = fineLog((int) Math.min(1 << 30, brief.mean(LEAST_MEAN)));
    int before = fineLog((int) Math.min(1 << 30, lasting.mean(LEAST_MEAN)));
    int trend = (now - before >> 1) + IntervalMixer.TRENDS / 2;
    return Math.max(0, Math.min(IntervalMixer.TRENDS - 1, trend));
  }
}
