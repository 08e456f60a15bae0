package io.ardmstream.likelihood;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;

/**
 * How blocks of one kind of media become units, and units blocks. Safe for use by several threads.
 *
 * @param <U> the units
 */
public interface BlockUnits<U extends CodingUnit> {

  /** Whether blocks of this shape can be taken apart. */
  boolean covers(BlockLayout layout);

  /** Takes a block apart. */
  KnownUnits<U> known(Block block);

  /** Prepares a block for decoding; what it says is garbage where its payload is damaged. */
  PendingUnits<U> pending(EncodedBlock block);
}
