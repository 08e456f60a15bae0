package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.Mixer;

/** Makes the mixers that pass a picture. */
public interface Mixers {
  /**
   * A mixer of the samples of pixels.
   *
   * @param channels samples a pixel
   * @param samples how many are to come
   */
  Mixer ofSamples(int channels, long samples);

  /**
   * A mixer of whether pixels have the colour of another.
   *
   * @param pixels how many are to come
   */
  Mixer ofCandidates(int pixels);
}
