package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.turbo.TurboCoder;
import java.util.Optional;

/**
 * Samples coded fast. It is written only where that is asked for: the other formats are smaller.
 */
final class FastSamples implements ClassicFormat {
  static final int NUMBER = 5;

  @Override
  public Optional<byte[]> encode(Block block) {
    return Optional.empty();
  }

  @Override
  public Block decode(BlockLayout layout, byte[] coded) {
    return TurboCoder.decode(layout, coded);
  }
}
