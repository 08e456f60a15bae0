package io.ardmstream.likelihood;

import io.ardmstream.block.LeaningRules;
import java.util.Optional;

/**
 * How the samples of units become bytes and come back, given the model's distributions.
 *
 * @param <U> the units
 */
public interface UnitCoding<U extends CodingUnit> {

  /** Codes a unit, from its first sample on. */
  UnitWriter writer(U unit);

  /**
   * Decodes a unit, from its first sample on.
   *
   * @param payload what the writer made of it; garbage gives garbage
   * @param sink is told what everything costs
   */
  UnitReader reader(U unit, Span payload, SymbolSink sink);

  /** Samples beyond which no further block is coded at the same time: what one takes is memory. */
  default long mostTogether() {
    return Long.MAX_VALUE;
  }

  /** Codes units one after another, each leaning on those before; empty if they cannot. */
  default Optional<UnitHistory<U>> history(LeaningRules rules) {
    return Optional.empty();
  }
}
