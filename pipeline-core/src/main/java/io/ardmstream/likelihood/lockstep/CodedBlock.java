package io.ardmstream.likelihood.lockstep;

import io.ardmstream.block.BlockLayout;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A block to be decoded.
 *
 * @param layout its shape
 * @param payload what a model made of it; not copied
 */
public record CodedBlock(BlockLayout layout, byte[] payload) {

  /** The blocks of two lists of the same length. */
  public static List<CodedBlock> of(List<BlockLayout> layouts, List<byte[]> payloads) {
    return IntStream.range(0, layouts.size())
        .mapToObj(i -> new CodedBlock(layouts.get(i), payloads.get(i)))
        .toList();
  }
}
