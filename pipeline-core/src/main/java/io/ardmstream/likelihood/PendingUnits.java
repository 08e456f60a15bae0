package io.ardmstream.likelihood;

import io.ardmstream.block.Block;
import io.ardmstream.coder.RansDecoder;
import java.util.List;
import java.util.function.Supplier;

/**
 * A block to be decoded, taken apart.
 *
 * @param units of the block, no sample known
 * @param symbols of each unit
 * @param block puts the block together once the units are decoded
 * @param <U> the units
 */
public record PendingUnits<U extends CodingUnit>(
    List<U> units, List<RansDecoder> symbols, Supplier<Block> block) {}
