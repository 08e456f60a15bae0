package io.ardmstream.likelihood.anyorder;

import io.ardmstream.block.Block;
import java.util.BitSet;

/**
 * A block to be completed.
 *
 * @param given samples, of which those at the positions count
 * @param positions y · width + x of the block
 * @param payload that the others are decoded from
 */
record Completion(Block given, BitSet positions, byte[] payload) {}
