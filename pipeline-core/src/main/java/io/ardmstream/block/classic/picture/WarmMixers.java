package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.Mixer;

/**
 * Mixers that begin with weights learnt from other pictures.
 *
 * @param samples what those of samples begin with
 * @param candidates what those of candidates begin with
 * @param weights where the weights come from
 */
public record WarmMixers(WarmStart samples, WarmStart candidates, WarmWeights weights)
    implements Mixers {

  @Override
  public Mixer ofSamples(int channels, long count) {
    return mixer(samples, count);
  }

  @Override
  public Mixer ofCandidates(int pixels) {
    return mixer(candidates, pixels);
  }

  private Mixer mixer(WarmStart start, long expected) {
    return new WarmMixer(start.shape, weights.first(start), weights.second(start), expected);
  }
}
