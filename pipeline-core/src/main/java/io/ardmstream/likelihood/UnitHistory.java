package io.ardmstream.likelihood;

/**
 * What has been learnt from units that were coded one after another, and what the next one leans
 * on. A unit is coded by a writer or a reader; once all of it is known, {@link #take} it in.
 *
 * @param <U> the units, of one shape
 */
public interface UnitHistory<U extends CodingUnit> {

  /** Codes the next unit, whose samples are known. */
  UnitWriter writer(U unit);

  /**
   * Decodes the next unit, from its first sample on.
   *
   * @param payload what the writer made of it; garbage gives garbage
   * @param sink is told what everything costs
   */
  UnitReader reader(U unit, Span payload, SymbolSink sink);

  /** Takes in the unit that was coded last: the next one may lean on it. */
  void take();

  /**
   * What the unit that was written last would cost without those before, by estimate: only the
   * ratio to that of the first unit means something.
   */
  long aloneCost();
}
