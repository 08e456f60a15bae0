package io.ardmstream.training.image;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import java.util.Random;

/** A tile in RGB without any structure, of neither dark nor light samples. */
final class NoisyTile {

  private NoisyTile() {}

  static Block of(int width, int height, Random random) {
    int[][] planes = new int[3][];
    for (int c = 0; c < 3; c++) {
      planes[c] = random.ints(width * height, 60, 190).toArray();
    }
    return new Block(new BlockLayout(Modality.IMAGE, width, height, 3, 8, false), planes);
  }
}
