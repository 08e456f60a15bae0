package io.ardmstream.media.flac;

import io.ardmstream.media.flac.choice.FlacChoices;
import io.ardmstream.media.flac.choice.FlacChoices.Kind;
import io.ardmstream.media.flac.choice.RiceGuess;

/** Passes how residuals are divided and written, as differences from what is likely. */
final class RiceCoder {
  private static final int USUAL_LIMIT = 6;
  private static final int LARGER_LIMIT = 8;
  private static final int ESCAPED = 64;

  private final FlacChoices choices;
  private int most = 1;
  private int orderBefore;

  RiceCoder(FlacChoices choices) {
    this.choices = choices;
  }

  void pass(Subframe subframe, int c, long[] residuals) {
    RiceGuess guess = new RiceGuess(residuals, subframe.order());
    order(subframe, guess, residuals.length);
    int partitions = 1 << subframe.partitionOrder;
    int method = 0;
    for (int p = 0; p < partitions; p++) {
      method = guess.parameter(subframe.partitionOrder, p) >= 15 ? 1 : method;
    }
    subframe.method = choices.pass(Kind.METHOD, subframe.method, method, 0, 0);
    FrameCoder.require(subframe.method >> 1 == 0);
    if (subframe.parameters.length != partitions) {
      subframe.parameters = new int[partitions];
      subframe.escapes = new int[partitions];
    }
    parameters(subframe, c, residuals, guess);
  }

  private void order(Subframe subframe, RiceGuess guess, int blockSize) {
    int likely = guess.order(most);
    int usual = guess.order(USUAL_LIMIT);
    int larger = guess.order(LARGER_LIMIT);
    int difference = subframe.partitionOrder - likely;
    difference =
        choices.pass(
            Kind.PARTITION_ORDER, difference, usual - likely, larger - likely, orderBefore);
    subframe.partitionOrder = likely + difference;
    FrameCoder.require(subframe.partitionOrder >> 4 == 0 && subframe.divides(blockSize));
    orderBefore = subframe.partitionOrder;
    most = Math.max(most, orderBefore);
  }

  private void parameters(Subframe subframe, int c, long[] residuals, RiceGuess guess) {
    int escape = subframe.escape();
    int order = subframe.partitionOrder;
    int before = 0;
    for (int p = 0; p < subframe.parameters.length; p++) {
      int likely = Math.min(escape - 1, guess.parameter(order, p));
      int other = Math.min(escape - 1, guess.foldedParameter(order, p)) - likely;
      int parameter = subframe.parameters[p];
      int difference = parameter == escape ? ESCAPED : parameter - likely;
      int fraction = guess.fraction(order, p);
      difference = choices.pass(Kind.PARAMETER, difference, other + 4, before, fraction);
      subframe.parameters[p] = difference == ESCAPED ? escape : likely + difference;
      FrameCoder.require(subframe.parameters[p] >= 0 && subframe.parameters[p] <= escape);
      before = difference;
      if (subframe.parameters[p] == escape) {
        escape(subframe, p, residuals);
      }
    }
  }

  /** Bits of a partition's residuals: as few as they need, if nothing else is said. */
  private void escape(Subframe subframe, int p, long[] residuals) {
    long any = 0;
    int from = p == 0 ? subframe.order() : subframe.partitionEnd(p - 1, residuals.length);
    for (int t = from; t < subframe.partitionEnd(p, residuals.length); t++) {
      any |= residuals[t] ^ residuals[t] >> 63;
    }
    int needed = any == 0 ? 0 : 65 - Long.numberOfLeadingZeros(any);
    int extra = choices.pass(Kind.ESCAPE, subframe.escapes[p] - needed, 0, 0, 0);
    subframe.escapes[p] = needed + extra;
    FrameCoder.require(extra >= 0 && subframe.escapes[p] < 32);
  }
}
