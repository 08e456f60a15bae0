package io.ardmstream.block;

import java.util.Arrays;
import java.util.Optional;

/**
 * Blocks whose planes each hold one value only. The payload of {@link BlockMode#CONSTANT} is that
 * value of every plane, packed like one frame of {@link StoredSamples}.
 */
public final class ConstantSamples {
  private ConstantSamples() {}

  /** The payload, if every plane is constant and there is at least one sample. */
  public static Optional<byte[]> pack(Block block) {
    BlockLayout layout = block.layout();
    int[][] values = new int[layout.channels()][];
    for (int c = 0; c < values.length; c++) {
      int[] plane = block.planes()[c];
      if (plane.length == 0 || Arrays.stream(plane).anyMatch(sample -> sample != plane[0])) {
        return Optional.empty();
      }
      values[c] = new int[] {plane[0]};
    }
    return Optional.of(StoredSamples.pack(values, layout.bitDepth()));
  }

  /** The samples of a block; zeros where the payload ends too early. */
  public static Block unpack(BlockLayout layout, byte[] payload) {
    Block block = Block.blank(layout);
    BlockLayout one =
        new BlockLayout(layout.kind(), 1, 1, layout.channels(), layout.bitDepth(), layout.signed());
    int[][] values = StoredSamples.unpack(one, payload).planes();
    for (int c = 0; c < values.length; c++) {
      Arrays.fill(block.planes()[c], values[c][0]);
    }
    return block;
  }
}
