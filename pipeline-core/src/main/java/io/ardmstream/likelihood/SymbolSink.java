package io.ardmstream.likelihood;

/** Is told every digit that is decoded. */
public interface SymbolSink {

  /** Nobody wants to know. */
  SymbolSink NONE = (position, frequency) -> {};

  /**
   * A digit was decoded.
   *
   * @param position of the unit's plan
   * @param frequency of the digit, a share of 2<sup>16</sup>
   */
  void decoded(int position, int frequency);
}
