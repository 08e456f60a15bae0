package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;

/**
 * A part of a picture that resembles the whole of it: bands of rows at equal distances, put
 * together.
 */
public final class PictureBands {
  /** Rows of a band. */
  private static final int BAND = 16;

  /** Rows from one band to the next. */
  private static final int DISTANCE = 128;

  private PictureBands() {}

  /** An eighth of the rows of a picture; all of them where it has less than 128. */
  public static Block of(Block picture) {
    BlockLayout layout = picture.layout();
    int bands = layout.height() / DISTANCE;
    if (bands == 0) {
      return picture;
    }
    int width = layout.width();
    int rows = bands * BAND;
    int margin = (layout.height() - (bands - 1) * DISTANCE - BAND) / 2;
    int[][] planes = new int[layout.channels()][rows * width];
    for (int c = 0; c < planes.length; c++) {
      for (int band = 0; band < bands; band++) {
        int from = (margin + band * DISTANCE) * width;
        System.arraycopy(picture.planes()[c], from, planes[c], band * BAND * width, BAND * width);
      }
    }
    BlockLayout ofPart =
        new BlockLayout(
            layout.kind(), width, rows, layout.channels(), layout.bitDepth(), layout.signed());
    return new Block(ofPart, planes);
  }
}
