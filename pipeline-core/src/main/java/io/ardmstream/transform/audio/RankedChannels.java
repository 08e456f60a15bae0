package io.ardmstream.transform.audio;

import java.util.Arrays;

/**
 * The channels of a block as ranks: a sample's place among the values that occur in its channel.
 * Channels that repeat others or are constant are known without any rank.
 */
public final class RankedChannels {
  private final AudioParameters parameters;
  private final int[][] samples;

  /**
   * The channels of a block.
   *
   * @param samples {@code [channel][frame]}, centred on 0; all known when encoding, to be filled
   *     when decoding
   */
  public RankedChannels(AudioParameters parameters, int[][] samples) {
    this.parameters = parameters;
    this.samples = samples;
  }

  /** Whether the samples of a channel have to be told. */
  public boolean coded(int channel) {
    return !parameters.channels().get(channel).leavesNothing();
  }

  /** Fills in a channel that is not coded; those before it are known. */
  public void restore(int channel) {
    ChannelCode code = parameters.channels().get(channel);
    if (code instanceof ChannelCode.Predicted constant) {
      int least = -1 << parameters.bitDepth() - 1;
      int value = Math.max(least, Math.min(-1 - least, constant.values().value(0)));
      Arrays.fill(samples[channel], value);
    } else if (code instanceof ChannelCode.Copied copy && channel > 0) {
      int[] from = samples[channel - 1];
      BlockPrediction.copy(from, copy.negated(), parameters.bitDepth(), samples[channel]);
    }
  }

  /** All samples, centred on 0. */
  public int[][] samples() {
    return samples;
  }

  /** Number of ranks of a coded channel. */
  public int ranks(int channel) {
    return (int) Math.min(values(channel).size(), 1L << parameters.bitDepth());
  }

  /** Rank of a sample of a coded channel. */
  public int rank(int channel, int frame) {
    return (int) values(channel).rank(samples[channel][frame]);
  }

  /** Makes a sample known. */
  public void set(int channel, int frame, int sample) {
    samples[channel][frame] = sample;
  }

  /**
   * A predictor of a coded channel; the channels before it are known.
   *
   * @param goesOn whether it is to {@link #goOn}
   * @param sets numbers of predictor sets
   */
  public RankPredictor predictor(int channel, boolean goesOn, int... sets) {
    return new RankPredictor(parameters, values(channel), before(channel), goesOn, sets);
  }

  /** Has a predictor of the same channel of a block before go on with this one. */
  public void goOn(RankPredictor predictor, int channel) {
    predictor.next(values(channel), before(channel));
  }

  private double[] before(int channel) {
    return channel == 0
        ? null
        : BlockPrediction.scaled(samples[channel - 1], parameters.bitDepth());
  }

  private ValueSet values(int channel) {
    return ((ChannelCode.Predicted) parameters.channels().get(channel)).values();
  }
}
