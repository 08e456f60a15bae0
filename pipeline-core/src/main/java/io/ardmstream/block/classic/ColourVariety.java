package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import io.ardmstream.mixing.Hash;
import java.util.Arrays;

/**
 * Whether the channels of a picture go together in so few ways that it is no photograph: false
 * colours, the table of a palette, or channels that say nothing.
 */
final class ColourVariety {
  /** A small photograph has another colour at least once in so many pixels. */
  private static final int FEWEST_PIXELS_A_COLOUR = 16;

  /** So does a large one, in which colours come again. */
  private static final int MOST_PIXELS_A_COLOUR = 64;

  /** Colours of the largest tables that false colours are taken from. */
  private static final int TABLE = 1024;

  private ColourVariety() {}

  static boolean isLow(Block block) {
    BlockLayout layout = block.layout();
    if (layout.kind() != Modality.IMAGE || layout.channels() < 2) {
      return false;
    }
    boolean still = Arrays.stream(block.planes()).anyMatch(ColourVariety::isConstant);
    return still || hasFewColours(block);
  }

  private static boolean isConstant(int[] plane) {
    return Arrays.stream(plane).allMatch(sample -> sample == plane[0]);
  }

  /** Counts hashes of colours; that two colours may have the same one makes it an estimate. */
  private static boolean hasFewColours(Block block) {
    int pixels = block.layout().planeSize();
    int small = Math.min(TABLE, pixels / FEWEST_PIXELS_A_COLOUR);
    int most = Math.max(small, pixels / MOST_PIXELS_A_COLOUR);
    long[] seen = new long[Integer.highestOneBit(Math.max(1, pixels)) / Long.SIZE + 1];
    int buckets = seen.length * Long.SIZE;
    int count = 0;
    for (int at = 0; at < pixels && count <= most; at++) {
      int hash = 0;
      for (int[] plane : block.planes()) {
        hash = Hash.mix(hash, plane[at], 1);
      }
      int bucket = Integer.remainderUnsigned(hash * 0x9E3779B1, buckets);
      long bit = 1L << bucket % Long.SIZE;
      if ((seen[bucket / Long.SIZE] & bit) == 0) {
        seen[bucket / Long.SIZE] |= bit;
        count++;
      }
    }
    return count <= most;
  }
}
