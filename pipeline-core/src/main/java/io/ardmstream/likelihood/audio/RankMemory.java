package io.ardmstream.likelihood.audio;

/**
 * What is learnt from the ranks of a channel as they are passed: how far predictions were off, what
 * weight each opinion deserves, and the residuals.
 */
final class RankMemory {
  /** The network's first weight; the other opinions share the rest. */
  private static final int NETWORK_WEIGHT = (1 << 16) * 9 / 10;

  private static final int OTHER_WEIGHTS = (1 << 16) / 10;

  /** Errors that the opinions of the joint and of the single predictions remember. */
  private static final int JOINT_MEMORY = 32;

  private static final int SINGLE_MEMORY = 64;
  private static final int BRIEF = 8;
  private static final int MIDDLE = 32;
  private static final int LASTING = 256;

  final ResidualHistory residuals;

  /** Of each prediction, as its opinion remembers it. */
  final ErrorScale[] scales;

  final IntervalMixer mixer;

  /** Of the joint prediction. */
  final ErrorScale brief;

  final ErrorScale middle;
  final ErrorScale lasting;

  /**
   * A memory of nothing.
   *
   * @param predictions of each rank
   * @param frames of the block
   * @param meanLoudness of its residuals
   */
  RankMemory(int predictions, int frames, int meanLoudness) {
    residuals = new ResidualHistory(frames, meanLoudness);
    long first = Math.max(32, Loudness.magnitude(meanLoudness));
    scales = new ErrorScale[predictions];
    int[] weights = new int[1 + predictions];
    weights[0] = NETWORK_WEIGHT;
    for (int i = 0; i < predictions; i++) {
      scales[i] = new ErrorScale(first, i == 0 ? JOINT_MEMORY : SINGLE_MEMORY);
      weights[1 + i] = OTHER_WEIGHTS / predictions;
    }
    mixer = new IntervalMixer(weights);
    brief = new ErrorScale(first, BRIEF);
    middle = new ErrorScale(first, MIDDLE);
    lasting = new ErrorScale(first, LASTING);
  }
}
