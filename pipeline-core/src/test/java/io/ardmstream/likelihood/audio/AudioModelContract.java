package io.ardmstream.likelihood.audio;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModelContract;
import io.ardmstream.media.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What every model of audio promises. */
abstract class AudioModelContract extends BlockModelContract {

  @Override
  protected List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(noise(new BlockLayout(Modality.AUDIO, 1, 1, 1, 16, true)));
    blocks.add(noise(new BlockLayout(Modality.AUDIO, 700, 1, 2, 16, true)));
    blocks.add(noise(new BlockLayout(Modality.AUDIO, 300, 1, 1, 8, false)));
    blocks.add(noise(new BlockLayout(Modality.AUDIO, 513, 1, 3, 24, true)));
    return blocks;
  }

  private static Block noise(BlockLayout layout) {
    Random random = new Random(layout.width());
    Block block = Block.blank(layout);
    for (int[] plane : block.planes()) {
      for (int i = 0; i < plane.length; i++) {
        int wave =
            (int) (Math.abs(i % 64 - 32) * ((layout.greatest() - (long) layout.least()) >> 6));
        plane[i] = layout.least() / 2 + wave + random.nextInt(8);
      }
    }
    return block;
  }

  @Override
  protected BlockLayout strange() {
    return new BlockLayout(Modality.AUDIO, 8, 1, 1, 32, true);
  }
}
