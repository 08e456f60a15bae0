package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.media.Modality;
import io.ardmstream.mixing.Hash;

/**
 * How often the same neighbours are followed by the same sample again. Drawings, screen shots,
 * sparse values and silence do it most of the time, photographs and recordings hardly ever.
 */
final class Repetition {
  private static final int TABLE_BITS = 14;

  private Repetition() {}

  /** Share of the places, 0 to 1, where what followed these neighbours last time follows again. */
  static double of(Block block) {
    int width = block.layout().width();
    boolean image = block.layout().kind() == Modality.IMAGE;
    int back = image ? width : Math.min(2, width);
    int[] followers = new int[1 << TABLE_BITS];
    int size = block.layout().planeSize();
    int repeated = 0;
    for (int at = back; at < size; at++) {
      int context = 0;
      int follower = 1;
      for (int[] plane : block.planes()) {
        context = Hash.mix(context, plane[at - 1], plane[at - back]);
        follower = Hash.mix(follower, plane[at], 0);
      }
      int slot = context * 0x9E3779B1 >>> 32 - TABLE_BITS;
      repeated += followers[slot] == follower ? 1 : 0;
      followers[slot] = follower;
    }
    return repeated / (double) Math.max(1, size - back);
  }
}
