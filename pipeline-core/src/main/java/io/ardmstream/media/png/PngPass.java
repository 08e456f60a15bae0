package io.ardmstream.media.png;

import io.ardmstream.media.png.file.PngHeader;
import java.util.ArrayList;
import java.util.List;

/**
 * The pixels that one pass of an interlaced image brings: every {@code dx}-th of every {@code
 * dy}-th row. An image that is not interlaced is one pass of all pixels.
 */
record PngPass(int x, int y, int dx, int dy, int width, int height) {
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  /** The passes of an image; none is empty. */
  static List<PngPass> of(PngHeader header) {
    if (!header.interlaced()) {
      return List.of(new PngPass(0, 0, 1, 1, header.width(), header.height()));
    }
    List<PngPass> passes = new ArrayList<>();
    for (int[] pass : ADAM7) {
      int width = ceiling(header.width() - pass[0], pass[2]);
      int height = ceiling(header.height() - pass[1], pass[3]);
      if (width > 0 && height > 0) {
        passes.add(new PngPass(pass[0], pass[1], pass[2], pass[3], width, height));
      }
    }
    return passes;
  }

  private static int ceiling(int pixels, int step) {
    return (int) (((long) pixels + step - 1) / step);
  }
}
