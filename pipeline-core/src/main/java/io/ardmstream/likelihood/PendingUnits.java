package io.ardmstream.likelihood;

import io.ardmstream.block.Block;
import java.util.List;

/**
 * A block to be decoded, taken apart.
 *
 * @param <U> the units
 */
public interface PendingUnits<U extends CodingUnit> {

  /** The units of the block, no sample known before they are decoded. */
  List<U> units();

  /** What each unit is decoded from. */
  List<Span> payloads();

  /** The block, once the units are decoded. */
  Block block();
}
