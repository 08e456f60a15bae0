package io.ardmstream.media.png;

import io.ardmstream.media.SampleLayout;
import java.util.Arrays;

/** Colours of alpha, red, green and blue in one number as planes: alpha comes last. */
final class ColourPlanes {
  /** Bits that red, green, blue and alpha are shifted by. */
  private static final int[] SHIFTS = {16, 8, 0, 24};

  private static final int WITHOUT_ALPHA = 3;

  private ColourPlanes() {}

  /** Three planes if everything is opaque, else four. */
  static int[][] of(int[] pixels) {
    boolean opaque = Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == PngPalette.OPAQUE);
    int[][] planes = new int[opaque ? WITHOUT_ALPHA : SHIFTS.length][pixels.length];
    for (int c = 0; c < planes.length; c++) {
      int shift = SHIFTS[c];
      Arrays.setAll(planes[c], at -> pixels[at] >>> shift & 0xFF);
    }
    return planes;
  }

  static boolean fit(SampleLayout layout) {
    boolean colours = layout.channels() == WITHOUT_ALPHA || layout.channels() == SHIFTS.length;
    return colours && layout.bitDepth() == 8;
  }

  static int[] pixels(int[][] planes) {
    int[] pixels = new int[planes[0].length];
    Arrays.fill(pixels, planes.length == WITHOUT_ALPHA ? PngPalette.OPAQUE << 24 : 0);
    for (int c = 0; c < planes.length; c++) {
      int[] plane = planes[c];
      int shift = SHIFTS[c];
      Arrays.setAll(pixels, at -> pixels[at] | plane[at] << shift);
    }
    return pixels;
  }
}
