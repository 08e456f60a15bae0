package io.ardmstream.block.classic;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import io.ardmstream.block.classic.audio.AudioPass;
import io.ardmstream.block.classic.picture.ImagePass;
import io.ardmstream.block.classic.picture.Prediction;
import io.ardmstream.block.classic.picture.RelativeColours;
import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.media.Modality;

/** Images and audio, sample by sample. One flag: relative colours. */
final class PlainCoding implements SampleCoding {
  private static final int RELATIVE = 2;

  @Override
  public boolean suits(BlockLayout layout) {
    return layout.kind() != Modality.OPAQUE;
  }

  @Override
  public int survey(int[][] planes, BlockLayout layout) {
    boolean image = layout.kind() == Modality.IMAGE;
    return image && RelativeColours.pay(planes, layout.width()) ? RELATIVE : 0;
  }

  @Override
  public void pass(
      int[][] planes, BlockLayout layout, SampleRange range, int flags, BitCoder port) {
    if (layout.kind() == Modality.IMAGE) {
      Prediction prediction = (flags & RELATIVE) != 0 ? Prediction.RELATIVE : Prediction.ALONE;
      new ImagePass(planes, layout.width(), range, prediction, port).run();
    } else {
      new AudioPass(planes, range, port).run();
    }
  }
}
