package io.ardmstream.media.flac;

/** Puts together what {@link SubframeReader} takes apart. */
final class SubframeWriter {
  private final BitWriter bits;
  private final Subframe subframe;
  private final long[] samples;
  private final int depth;

  /**
   * A writer.
   *
   * @param samples of the block, without the wasted bits
   * @param depth bits of such a sample
   */
  SubframeWriter(BitWriter bits, Subframe subframe, long[] samples, int depth) {
    this.bits = bits;
    this.subframe = subframe;
    this.samples = samples;
    this.depth = depth;
  }

  /** Writes the subframe, given the residuals of its predictor if it has one. */
  void run(long[] residuals) {
    bits.bits(subframe.type, 7);
    bits.bits(subframe.wasted > 0 ? 1 : 0, 1);
    if (subframe.wasted > 0) {
      bits.unary(subframe.wasted - 1);
    }
    if (subframe.predicts()) {
      plain(subframe.order());
      coefficients();
      residuals(residuals);
    } else {
      plain(subframe.type == Subframe.VERBATIM ? samples.length : 1);
    }
  }

  private void plain(int count) {
    for (int t = 0; t < count; t++) {
      bits.bits(samples[t], depth);
    }
  }

  private void coefficients() {
    if (subframe.type >= Subframe.LPC) {
      bits.bits(subframe.precision - 1, 4);
      bits.bits(subframe.shift, 5);
      for (int coefficient : subframe.coefficients) {
        bits.bits(coefficient, subframe.precision);
      }
    }
  }

  private void residuals(long[] residuals) {
    bits.bits(subframe.method, 2);
    bits.bits(subframe.partitionOrder, 4);
    int t = subframe.order();
    for (int p = 0; p < subframe.parameters.length; p++) {
      int parameter = subframe.parameters[p];
      bits.bits(parameter, subframe.parameterBits());
      boolean escaped = parameter == subframe.escape();
      if (escaped) {
        bits.bits(subframe.escapes[p], 5);
      }
      for (int end = subframe.partitionEnd(p, samples.length); t < end; t++) {
        if (escaped) {
          bits.bits(residuals[t], subframe.escapes[p]);
        } else {
          folded(residuals[t], parameter);
        }
      }
    }
  }

  private void folded(long residual, int parameter) {
    long folded = residual << 1 ^ residual >> 63;
    bits.unary(folded >>> parameter);
    bits.bits(folded, parameter);
  }
}
