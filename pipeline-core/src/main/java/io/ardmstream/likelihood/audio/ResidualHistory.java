package io.ardmstream.likelihood.audio;

/** The residuals of one channel as they become known, from the first frame on. */
public final class ResidualHistory {
  /** How many residuals before a block are remembered: as many as anybody looks back. */
  private static final int MEMORY = 256;

  private int[] residuals;

  /** Loudness of all residuals before a place, added up. */
  private int[] sums;

  private int meanLoudness;

  /** The place of the first frame, before which those of the block before lie. */
  private int begin;

  private int known;

  /** How many residuals came before the block. */
  private int earlier;

  /**
   * A channel of which nothing is known yet.
   *
   * @param frames of the block
   * @param meanLoudness of its residuals; stands for what lies outside of what is known
   */
  public ResidualHistory(int frames, int meanLoudness) {
    residuals = new int[frames];
    sums = new int[frames + 1];
    this.meanLoudness = meanLoudness;
  }

  /** Goes on with the next block of the channel, all of the one before being known. */
  void next(int frames, int meanLoudnessOfBlock) {
    int kept = Math.min(MEMORY, known);
    int[] before = residuals;
    int first = known - kept;
    earlier = Math.min(1 << 30, earlier + known - begin);
    begin = kept;
    known = 0;
    meanLoudness = meanLoudnessOfBlock;
    residuals = new int[kept + frames];
    sums = new int[kept + frames + 1];
    for (int i = 0; i < kept; i++) {
      add(before[first + i]);
    }
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

  /** How many residuals of the channel came before the block. */
  int earlier() {
    return earlier;
  }

  /** A residual; 0 outside of what is known. */
  int value(int frame) {
    int place = begin + frame;
    return place < 0 || place >= known ? 0 : residuals[place];
  }

  int loudness(int frame) {
    int place = begin + frame;
    return place < 0 || place >= known ? meanLoudness : sums[place + 1] - sums[place];
  }

  /** Mean loudness of {@code 2^logarithm} residuals, rounded down. */
  int loudness(int from, int logarithm) {
    int length = 1 << logarithm;
    int first = Math.max(0, Math.min(known, begin + from));
    int last = Math.max(0, Math.min(known, begin + from + length));
    int missing = length - (last - first);
    return sums[last] - sums[first] + missing * meanLoudness >> logarithm;
  }
}
