package io.ardmstream.likelihood;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.DigitCoding;
import io.ardmstream.coder.CdfInterval;
import io.ardmstream.coder.RansBlockEncoder;
import io.ardmstream.coder.RansDecoder;
import io.ardmstream.coder.SymbolCost;
import io.ardmstream.distribution.LogisticMixture;

/**
 * Samples as digits, under the model's distributions as they are: one symbol a digit, most
 * significant first.
 *
 * @param base of the digits
 * @param <U> the units
 */
public record SymbolCoding<U extends CodingUnit>(int base) implements UnitCoding<U> {

  @Override
  public UnitWriter writer(U unit) {
    return new Writer(widths(unit), unit);
  }

  @Override
  public UnitReader reader(U unit, Span payload, SymbolSink sink) {
    RansDecoder symbols = RansDecoder.open(payload.bytes(), payload.offset(), payload.length());
    return new Reader(widths(unit), unit, symbols, sink);
  }

  /** Values per digit, by channel and stage. */
  private int[][] widths(CodingUnit unit) {
    int[][] widths = new int[unit.channels()][];
    for (int c = 0; c < widths.length; c++) {
      DepthUpscaling digits = new DepthUpscaling(base, unit.cardinality(c));
      widths[c] = new int[digits.stages()];
      for (int stage = 0; stage < widths[c].length; stage++) {
        widths[c][stage] = digits.stage(stage).width();
      }
    }
    return widths;
  }

  private static final class Writer implements UnitWriter {
    private final int[][] widths;
    private final CodingUnit unit;
    private final DigitCoding coding = new DigitCoding();
    private final RansBlockEncoder symbols = new RansBlockEncoder();
    private final BitCount bits = new BitCount();

    Writer(int[][] widths, CodingUnit unit) {
      this.widths = widths;
      this.unit = unit;
    }

    @Override
    public void put(int channel, int position, LogisticMixture distribution, int value) {
      coding.open(distribution, 0, unit.cardinality(channel));
      double coded = 0;
      for (int stage = 0; stage < widths[channel].length; stage++) {
        int width = widths[channel][stage];
        int interval = coding.encode(width, (value - coding.from()) / width);
        symbols.add(interval);
        double cost = SymbolCost.bits(CdfInterval.frequency(interval));
        bits.add(stage, cost);
        coded += cost;
      }
      bits.ideal(coding.mass(), coded);
    }

    @Override
    public byte[] finish() {
      return symbols.encode();
    }

    @Override
    public BitCount bits() {
      return bits;
    }
  }

  private record Reader(
      int[][] widths, CodingUnit unit, RansDecoder symbols, SymbolSink sink, DigitCoding coding)
      implements UnitReader {

    Reader(int[][] widths, CodingUnit unit, RansDecoder symbols, SymbolSink sink) {
      this(widths, unit, symbols, sink, new DigitCoding());
    }

    @Override
    public int next(int channel, int position, LogisticMixture distribution) {
      coding.open(distribution, 0, unit.cardinality(channel));
      for (int width : widths[channel]) {
        int interval = coding.decode(width, symbols.peek());
        symbols.pop(CdfInterval.start(interval), CdfInterval.frequency(interval));
        sink.decoded(position, CdfInterval.frequency(interval));
      }
      return coding.from();
    }
  }
}
