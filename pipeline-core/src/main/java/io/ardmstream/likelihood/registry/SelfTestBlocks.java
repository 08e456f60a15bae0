package io.ardmstream.likelihood.registry;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import java.util.List;
import java.util.Random;

/** Blocks of many shapes, the same in every run: waves with some noise. */
final class SelfTestBlocks {
  private static final List<BlockLayout> LAYOUTS =
      List.of(
          image(1, 1, 3, 8),
          image(7, 5, 3, 8),
          image(48, 33, 3, 8),
          image(20, 31, 1, 8),
          image(16, 16, 4, 8),
          image(24, 9, 1, 16),
          audio(1, 1, 16),
          audio(1500, 2, 16),
          audio(2000, 1, 16),
          audio(700, 1, 8),
          audio(900, 2, 24));

  private SelfTestBlocks() {}

  static List<Block> all() {
    return LAYOUTS.stream().map(SelfTestBlocks::block).toList();
  }

  private static BlockLayout image(int width, int height, int channels, int bitDepth) {
    return new BlockLayout(Modality.IMAGE, width, height, channels, bitDepth, false);
  }

  private static BlockLayout audio(int frames, int channels, int bitDepth) {
    return new BlockLayout(Modality.AUDIO, frames, 1, channels, bitDepth, bitDepth > 8);
  }

  private static Block block(BlockLayout layout) {
    Random random = new Random(layout.hashCode());
    int[][] planes = new int[layout.channels()][layout.width() * layout.height()];
    long range = 1L << layout.bitDepth();
    long least = layout.signed() ? -range / 2 : 0;
    for (int[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        // a triangle wave needs no floating point, so every machine tests the same samples
        long wave = Math.abs(i * (range / 64) % range - range / 2);
        long noise = random.nextLong(-range / 32, range / 32 + 1);
        plane[i] = (int) (least + Math.floorMod(range / 4 + wave + noise, range));
      }
    }
    return new Block(layout, planes);
  }
}
