package io.ardmstream.transform.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * The reversible adaptive decorrelation of audio: samples x to residuals e and back, where e is the
 * sample less its prediction from earlier samples of its channel and all samples of the channel
 * before.
 *
 * <p>Residuals are a bijection of the samples in integers. The prediction uses floating-point
 * additions, multiplications, divisions and square roots in a fixed order, which every Java 17
 * machine rounds alike, so a block is restored bit for bit anywhere. Blocks are independent of each
 * other; each starts with a predictor that has learnt nothing.
 */
public final class AudioDecorrelator {
  private static final int MOST_BITS = 32;

  private final int bitDepth;
  private final int offset;

  /**
   * @param bitDepth bits of a sample, 1 to 32
   * @param signed whether samples are centred on 0; unsigned ones are centred on 2^(bitDepth-1)
   */
  public AudioDecorrelator(int bitDepth, boolean signed) {
    if (bitDepth < 1 || bitDepth > MOST_BITS) {
      throw new IllegalArgumentException("samples of " + bitDepth + " bits");
    }
    this.bitDepth = bitDepth;
    offset = signed ? 0 : 1 << (bitDepth - 1);
  }

  /**
   * Decorrelates a block.
   *
   * @param samples {@code [channel][frame]} of the depth and sign given at construction; not
   *     changed
   */
  public Decorrelated forward(int[][] samples, SearchEffort effort) {
    int[][] centred = shifted(samples, -offset);
    List<ChannelCode> codes = new ChannelAnalysis(bitDepth).analyse(centred);
    return new ParameterSearch(bitDepth, codes).best(centred, effort);
  }

  /**
   * Restores the samples of a block. Wrong residuals or parameters give wrong samples of the right
   * depth, never an error.
   *
   * @param residuals {@code [channel][frame]} as {@link #forward} made them; not changed
   */
  public int[][] inverse(int[][] residuals, AudioParameters parameters) {
    return shifted(BlockPrediction.restore(residuals, parameters), offset);
  }

  /**
   * The parameters to try where no predictor set has to be chosen: one, unless a list of values or
   * differences of channels may pay.
   *
   * @param centred samples around 0
   */
  public List<AudioParameters> proposals(int[][] centred) {
    List<AudioParameters> all = new ArrayList<>(proposalsFor(centred));
    if (ChannelDifferences.areFine(centred, bitDepth)) {
      int[][] pairs = ChannelDifferences.of(centred, bitDepth);
      proposalsFor(pairs).stream().map(AudioParameters::ofDifferences).forEach(all::add);
    }
    return all;
  }

  private List<AudioParameters> proposalsFor(int[][] planes) {
    List<ChannelCode> codes = new ChannelAnalysis(bitDepth).analyse(planes);
    return new ParameterSearch(bitDepth, codes).proposals();
  }

  /** Samples moved so that they lie around 0. */
  public int[][] centred(int[][] samples) {
    return shifted(samples, -offset);
  }

  /** The inverse of {@link #centred}. */
  public int[][] original(int[][] centred) {
    return shifted(centred, offset);
  }

  private static int[][] shifted(int[][] planes, int by) {
    int[][] out = new int[planes.length][];
    for (int c = 0; c < planes.length; c++) {
      out[c] = planes[c].clone();
      for (int i = 0; by != 0 && i < out[c].length; i++) {
        out[c][i] += by;
      }
    }
    return out;
  }
}
