package io.ardmstream.likelihood;

import java.util.List;

/**
 * Encodes units by one processor or two.
 *
 * @param <U> the units
 */
interface UnitEncoding<U extends CodingUnit> {

  /** Hands all samples of the units to their writers. */
  void encode(List<StepEncoder.Coded<U>> units);
}
