package io.ardmstream.fuzz;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import io.ardmstream.block.turbo.TurboCoder;
import io.ardmstream.media.Modality;
import java.util.Arrays;

/**
 * Payloads of the turbo coder: six bytes of shape, a byte that names the format, then the payload.
 * Whatever they are, samples come out that fit the shape, and what comes out is coded and comes
 * back.
 */
final class TurboTarget {
  private static final int SHAPE = 6;
  private static final int HEAD = SHAPE + 1;

  private TurboTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length <= HEAD) {
      return;
    }
    Modality kind = input[0] % 2 == 0 ? Modality.IMAGE : Modality.AUDIO;
    int width = 1 + (input[1] & 31);
    int height = kind == Modality.IMAGE ? 1 + (input[2] & 15) : 1;
    int depth = 1 + (input[4] & 31);
    BlockLayout layout =
        new BlockLayout(kind, width, height, 1 + (input[3] & 3), depth, input[5] % 2 != 0);
    if (!TurboCoder.covers(layout)) {
      return;
    }
    Block block = TurboCoder.decode(layout, Arrays.copyOfRange(input, HEAD, input.length));
    SampleRange range = SampleRange.of(layout);
    for (int[] plane : block.planes()) {
      for (int sample : plane) {
        MediaOracle.require(range.clip(sample) == sample, "a sample that is out of range");
      }
    }
    byte[] again = TurboCoder.encode(block).orElseThrow();
    int[][] back = TurboCoder.decode(layout, again).planes();
    MediaOracle.require(Arrays.deepEquals(back, block.planes()), "other samples came back");
  }
}
