package io.ardmstream.likelihood;

import io.ardmstream.block.BlockLayout;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A block to be decoded.
 *
 * @param layout its shape
 * @param payload what a model made of it; not copied
 */
public record EncodedBlock(BlockLayout layout, byte[] payload) {

  /** The blocks of two lists of the same length. */
  public static List<EncodedBlock> of(List<BlockLayout> layouts, List<byte[]> payloads) {
    return IntStream.range(0, layouts.size())
        .mapToObj(i -> new EncodedBlock(layouts.get(i), payloads.get(i)))
        .toList();
  }
}
