package io.ardmstream.block.turbo;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import java.util.Random;

/** Blocks of waves with noise, now and then at the ends of the range. */
final class Waves {
  private Waves() {}

  static Block block(BlockLayout layout, Random random) {
    Block block = Block.blank(layout);
    long range = 1L << layout.bitDepth();
    long least = layout.signed() ? -range / 2 : 0;
    int noise = random.nextInt(layout.bitDepth());
    for (int[] plane : block.planes()) {
      for (int i = 0; i < plane.length; i++) {
        double wave = range / 2.0 * (1 + 0.8 * Math.sin(i * 0.03));
        long value = (long) wave + random.nextInt((2 << noise) + 1) - (1 << noise);
        boolean extreme = random.nextInt(50) == 0;
        long kept = extreme ? random.nextBoolean() ? 0 : range - 1 : value;
        plane[i] = (int) (least + Math.max(0, Math.min(range - 1, kept)));
      }
    }
    return block;
  }
}
