package io.ardmstream.fuzz;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.media.Modality;
import java.util.Arrays;

/** Payloads of the classic coder: six bytes of shape, then the payload. */
final class ClassicTarget {

  private static final int SHAPE = 6;

  private ClassicTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < SHAPE) {
      return;
    }
    Modality kind = Modality.values()[(input[0] & 0xFF) % Modality.values().length];
    int width = 1 + (input[1] & 31);
    int height = kind == Modality.IMAGE ? 1 + (input[2] & 15) : 1;
    int depth = 1 + (input[4] & 31);
    BlockLayout layout =
        new BlockLayout(kind, width, height, 1 + (input[3] & 3), depth, input[5] % 2 != 0);
    Block block = new ClassicCoder().decode(layout, Arrays.copyOfRange(input, SHAPE, input.length));
    MediaOracle.require(block.layout().equals(layout), "a block of another shape");
  }
}
