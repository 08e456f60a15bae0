package io.ardmstream.fuzz;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.turbo.TurboCoder;
import io.ardmstream.media.Modality;
import java.util.Arrays;

/** Payloads of the coder that takes least time: six bytes of shape, then the payload. */
final class TurboTarget {
  private static final int SHAPE = 6;

  private TurboTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < SHAPE) {
      return;
    }
    Modality kind = Modality.values()[(input[0] & 0xFF) % Modality.values().length];
    int width = 1 + (input[1] & 0xFF);
    int height = kind == Modality.IMAGE ? 1 + (input[2] & 31) : 1;
    int depth = 1 + (input[4] & 31);
    BlockLayout layout =
        new BlockLayout(kind, width, height, 1 + (input[3] & 3), depth, input[5] % 2 != 0);
    byte[] payload = Arrays.copyOfRange(input, SHAPE, input.length);
    Block block;
    try {
      block = TurboCoder.decode(layout, payload);
    } catch (IllegalArgumentException refusal) {
      return;
    }
    MediaOracle.require(block.layout().equals(layout), "a block of another shape");
    byte[] again = TurboCoder.encode(block).orElseThrow();
    MediaOracle.require(TurboCoder.decode(layout, again).equals(block), "other samples came back");
  }
}
