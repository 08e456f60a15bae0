package io.ardmstream.media.flac;

import io.ardmstream.media.flac.choice.FlacChoices;
import io.ardmstream.media.flac.choice.FlacChoices.Kind;
import java.util.Arrays;

/** Passes the choices of subframes, and writes the subframes. */
final class SubframeCoder {
  private final FlacChoices choices;
  private final CoefficientCoder coefficients;
  private final RiceCoder rice;

  /** The last subframe of each channel. */
  private final Subframe[] before;

  SubframeCoder(FlacChoices choices, int channels, boolean encoding) {
    this.choices = choices;
    coefficients = new CoefficientCoder(choices, encoding);
    rice = new RiceCoder(choices);
    before = new Subframe[channels];
    Arrays.setAll(before, c -> new Subframe());
  }

  /**
   * Passes a subframe.
   *
   * @param subframe to be encoded, or to be filled in
   * @param c its channel
   * @param samples of the channel, which lose their wasted bits
   * @param depth bits of such a sample
   */
  void pass(Subframe subframe, int c, long[] samples, int depth, BitWriter out) {
    long any = 0;
    long different = 0;
    for (long sample : samples) {
      any |= sample;
      different |= sample ^ samples[0];
    }
    int usual = any == 0 ? 0 : Long.numberOfTrailingZeros(any);
    subframe.wasted = usual + choices.pass(Kind.WASTED, subframe.wasted - usual, usual, 0, 0);
    FrameCoder.require(subframe.wasted >= 0 && subframe.wasted < depth);
    FrameCoder.require(any == 0 || subframe.wasted <= usual);
    for (int t = 0; t < samples.length; t++) {
      samples[t] >>= subframe.wasted;
    }
    int constant = different == 0 ? 64 : 0;
    int other = c == 0 ? 0 : before[c - 1].type;
    subframe.type = choices.pass(Kind.TYPE, subframe.type, before[c].type | constant, other, c);
    FrameCoder.require(Subframe.sound(subframe.type) && subframe.order() <= samples.length);
    FrameCoder.require(subframe.type != Subframe.CONSTANT || different == 0);
    before[c] = subframe;
    long[] residuals = {};
    if (subframe.predicts()) {
      if (subframe.type >= Subframe.LPC) {
        coefficients.pass(subframe, c, samples);
      }
      residuals = new Predictor(subframe).residuals(samples);
      rice.pass(subframe, c, residuals);
    }
    new SubframeWriter(out, subframe, samples, depth - subframe.wasted).run(residuals);
  }
}
