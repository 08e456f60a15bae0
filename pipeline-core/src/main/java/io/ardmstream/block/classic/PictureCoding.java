package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import io.ardmstream.block.classic.picture.ColdMixers;
import io.ardmstream.block.classic.picture.PicturePass;
import io.ardmstream.block.classic.picture.Prediction;
import io.ardmstream.block.classic.picture.RelativeColours;
import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.media.Modality;

/** Images, pixel by pixel. Two flags: relative colours, and pixels that copy others. */
final class PictureCoding implements SampleCoding {
  private static final int RELATIVE = 2;
  private static final int COPIES = 4;
  private static final int MOST_AREA = 1 << 25;

  /** Share of repeated places from which on copies pay for the bits that say there are none. */
  private static final double REPETITIVE = 0.4;

  /** The same of small blocks, which have less time to repeat themselves. */
  private static final double SMALL_REPETITIVE = 0.1;

  private static final int SMALL = 1 << 12;

  @Override
  public boolean suits(BlockLayout layout) {
    return isPicture(layout);
  }

  /** Whether it is an image that, with the margin of copies, is not too large. */
  static boolean isPicture(BlockLayout layout) {
    long width = layout.width();
    return layout.kind() == Modality.IMAGE && (width + 8) * (layout.height() + 4L) <= MOST_AREA;
  }

  @Override
  public int survey(int[][] planes, BlockLayout layout) {
    double enough = layout.planeSize() <= SMALL ? SMALL_REPETITIVE : REPETITIVE;
    boolean copies = Repetition.of(new Block(layout, planes)) >= enough;
    boolean relative = RelativeColours.pay(planes, layout.width());
    return (relative ? RELATIVE : 0) | (copies ? COPIES : 0);
  }

  @Override
  public void pass(
      int[][] planes, BlockLayout layout, SampleRange range, int flags, BitCoder port) {
    Prediction prediction = (flags & RELATIVE) != 0 ? Prediction.RELATIVE : Prediction.ALONE;
    boolean copies = (flags & COPIES) != 0;
    new PicturePass(prediction, copies, new ColdMixers()).run(planes, layout.width(), range, port);
  }
}
