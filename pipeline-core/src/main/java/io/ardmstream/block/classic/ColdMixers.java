package io.ardmstream.block.classic;

/** Mixers that begin without any knowledge. */
record ColdMixers() implements Mixers {
  private static final int SAMPLE_WEIGHT = (1 << 16) / 5;
  private static final int CANDIDATE_WEIGHT = (1 << 16) / 6;

  @Override
  public Mixer ofSamples(int channels, long samples) {
    int apart = Math.min(channels, SampleCoder.MOST_CHANNELS_APART);
    int[] selectors = {apart * SignedCoder.KINDS, apart * SampleCoder.ACTIVITIES};
    return new ContextMixer(
        SampleCoder.INPUTS, samples, selectors, ContextMixer.NUMBER_LINE, SAMPLE_WEIGHT);
  }

  @Override
  public Mixer ofCandidates(int pixels) {
    int[] selectors = {
      Candidates.MOST * (Neighbourhoods.SIZES + 1) * CandidateCoder.TRUSTS,
      Candidates.MOST * CandidateCoder.HISTORIES
    };
    return new ContextMixer(
        CandidateCoder.INPUTS, pixels, selectors, CandidateCoder.LINE_BITS, CANDIDATE_WEIGHT);
  }
}
