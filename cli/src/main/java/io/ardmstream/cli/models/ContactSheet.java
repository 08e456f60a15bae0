package io.ardmstream.cli.models;

import io.ardmstream.block.Block;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures of one size side by side. */
final class ContactSheet {
  private static final int GAP = 2;

  private ContactSheet() {}

  /** About as many rows as columns. */
  static BufferedImage of(List<Block> pictures) {
    int columns = (int) Math.ceil(Math.sqrt(pictures.size()));
    int rows = (pictures.size() + columns - 1) / columns;
    int width = pictures.get(0).layout().width();
    int height = pictures.get(0).layout().height();
    BufferedImage sheet =
        new BufferedImage(
            columns * (width + GAP) - GAP, rows * (height + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pictures.size(); i++) {
      int left = i % columns * (width + GAP);
      int top = i / columns * (height + GAP);
      sheet.setRGB(left, top, width, height, rgb(pictures.get(i)), 0, width);
    }
    return sheet;
  }

  private static int[] rgb(Block picture) {
    int[][] planes = picture.planes();
    int[] rgb = new int[planes[0].length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = planes[0][i] << 16 | planes[1][i] << 8 | planes[2][i];
    }
    return rgb;
  }
}
