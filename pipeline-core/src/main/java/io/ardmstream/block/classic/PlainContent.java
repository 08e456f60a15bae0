package io.ardmstream.block.classic;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.MediaKind;

/** Images and audio, sample by sample. One flag: relative colours. */
final class PlainContent implements Content {
  private static final int RELATIVE = 2;

  @Override
  public boolean suits(BlockLayout layout) {
    return layout.kind() != MediaKind.OPAQUE;
  }

  @Override
  public int survey(int[][] planes, BlockLayout layout) {
    boolean image = layout.kind() == MediaKind.IMAGE;
    return image && RelativeColours.pay(planes, layout.width()) ? RELATIVE : 0;
  }

  @Override
  public void pass(int[][] planes, BlockLayout layout, SampleRange range, int flags, BitPort port) {
    if (layout.kind() == MediaKind.IMAGE) {
      Prediction prediction = (flags & RELATIVE) != 0 ? Prediction.RELATIVE : Prediction.ALONE;
      new ImagePass(planes, layout.width(), range, prediction, port).run();
    } else {
      new AudioPass(planes, range, port).run();
    }
  }
}
