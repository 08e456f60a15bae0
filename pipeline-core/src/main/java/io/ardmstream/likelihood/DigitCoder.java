package io.ardmstream.likelihood;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.DigitCoding;
import io.ardmstream.coder.CdfInterval;
import io.ardmstream.coder.RansDecoder;
import io.ardmstream.coder.SymbolCost;
import io.ardmstream.distribution.LogisticMixture;

/** Codes a sample digit by digit under the distribution that the mixture has been set to. */
final class DigitCoder {

  private final LogisticMixture mixture;
  private final DigitCoding coding = new DigitCoding();

  DigitCoder(LogisticMixture mixture) {
    this.mixture = mixture;
  }

  /** Leaves per digit of every stage. */
  static int[] widths(DepthUpscaling digits) {
    int[] widths = new int[digits.stages()];
    for (int stage = 0; stage < widths.length; stage++) {
      widths[stage] = digits.stage(stage).width();
    }
    return widths;
  }

  /** Writes one slice per stage. */
  void encode(int[] widths, int cardinality, int leaf, int[] slices, int at, BitCount bits) {
    coding.open(mixture, 0, cardinality);
    double coded = 0;
    for (int stage = 0; stage < widths.length; stage++) {
      int slice = coding.encode(widths[stage], (leaf - coding.from()) / widths[stage]);
      slices[at + stage] = slice;
      double cost = SymbolCost.bits(CdfInterval.frequency(slice));
      bits.add(stage, cost);
      coded += cost;
    }
    bits.ideal(coding.mass(), coded);
  }

  /** Reads one slice per stage, and tells the sink. */
  int decode(int[] widths, int cardinality, RansDecoder payload, SymbolSink sink, int place) {
    coding.open(mixture, 0, cardinality);
    for (int width : widths) {
      int slice = coding.decode(width, payload.peek());
      payload.pop(CdfInterval.start(slice), CdfInterval.frequency(slice));
      sink.decoded(place, CdfInterval.frequency(slice));
    }
    return coding.from();
  }
}
