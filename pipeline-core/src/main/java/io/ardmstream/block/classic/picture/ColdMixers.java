package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.ContextMixer;
import io.ardmstream.mixing.Mixer;
import io.ardmstream.mixing.SignedCoder;

/** Mixers that begin without any knowledge. */
public record ColdMixers() implements Mixers {
  private static final int SAMPLE_WEIGHT = (1 << 16) / 5;
  private static final int CANDIDATE_WEIGHT = (1 << 16) / 6;

  @Override
  public Mixer ofSamples(int channels, long samples) {
    int apart = Math.min(channels, PixelCoder.MOST_CHANNELS_APART);
    int[] selectors = {apart * SignedCoder.KINDS, apart * PixelCoder.ACTIVITIES};
    return new ContextMixer(
        PixelCoder.INPUTS, samples, selectors, ContextMixer.NUMBER_LINE, SAMPLE_WEIGHT);
  }

  @Override
  public Mixer ofCandidates(int pixels) {
    int[] selectors = {
      ColourPredictions.MOST * (ContextHashes.SIZES + 1) * ColourCopyCoder.TRUSTS,
      ColourPredictions.MOST * ColourCopyCoder.HISTORIES
    };
    return new ContextMixer(
        ColourCopyCoder.INPUTS, pixels, selectors, ColourCopyCoder.LINE_BITS, CANDIDATE_WEIGHT);
  }
}
