package io.ardmstream.likelihood.mixed;

import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.likelihood.Span;
import io.ardmstream.likelihood.SymbolSink;
import java.util.Arrays;

/** Decodes decisions, and tells what they cost. */
public final class ValueBitDecoder implements ValueBitCoder {
  private final BinaryDecoder decoder;
  private final SymbolSink sink;
  private int place;

  /**
   * A decoder.
   *
   * @param sink is told each decision
   */
  public ValueBitDecoder(BinaryDecoder decoder, SymbolSink sink) {
    this.decoder = decoder;
    this.sink = sink;
  }

  /** A decoder of a whole payload. */
  public static ValueBitDecoder of(Span payload, SymbolSink sink) {
    int end = payload.offset() + payload.length();
    byte[] bytes = Arrays.copyOfRange(payload.bytes(), payload.offset(), end);
    return new ValueBitDecoder(new BinaryDecoder(bytes, 0), sink);
  }

  /** Says where the values to come lie. */
  public void at(int ofLeaves) {
    place = ofLeaves;
  }

  @Override
  public void resolution(int shift) {
    // costs are told by place
  }

  @Override
  public int pass(int ignored, int probability) {
    int bit = decoder.pass(0, probability);
    sink.decoded(place, bit == 1 ? probability : (1 << 16) - probability);
    return bit;
  }
}
