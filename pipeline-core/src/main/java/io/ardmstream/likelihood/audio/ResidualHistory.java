package io.ardmstream.likelihood.audio;

/** The residuals of one channel as they become known, from the first frame on. */
public final class ResidualHistory {
  private final int[] residuals;

  /** Loudness of all residuals before a frame, added up. */
  private final int[] sums;

  private final int meanLoudness;
  private int known;

  /**
   * A channel of which nothing is known yet.
   *
   * @param frames of the block
   * @param meanLoudness of its residuals; stands for what lies outside of the block
   */
  public ResidualHistory(int frames, int meanLoudness) {
    residuals = new int[frames];
    sums = new int[frames + 1];
    this.meanLoudness = meanLoudness;
  }

  /** Takes in the next residual. */
  public void add(int residual) {
    residuals[known] = residual;
    sums[known + 1] = sums[known] + Loudness.of(residual);
    known++;
  }

  int meanLoudness() {
    return meanLoudness;
  }

  /** A residual; 0 outside of the block. */
  int value(int frame) {
    return frame < 0 || frame >= known ? 0 : residuals[frame];
  }

  int loudness(int frame) {
    return frame < 0 || frame >= known ? meanLoudness : sums[frame + 1] - sums[frame];
  }

  /** Mean loudness of {@code 2^logarithm} residuals, rounded down. */
  int loudness(int from, int logarithm) {
    int to = from + (1 << logarithm);
    int first = Math.max(0, Math.min(known, from));
    int last = Math.max(0, Math.min(known, to));
    int missing = to - from - (last - first);
    return sums[last] - sums[first] + missing * meanLoudness >> logarithm;
  }
}
