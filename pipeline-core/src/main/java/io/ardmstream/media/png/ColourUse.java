package io.ardmstream.media.png;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A colour of a picture.
 *
 * @param colour alpha, red, green and blue, 8 bits each from the most significant
 * @param first the pixel where it appears first
 * @param count how many pixels have it
 */
record ColourUse(int colour, int first, int count) {

  /**
   * The colours of pixels, in the order in which they appear. Where there are more than a palette
   * holds, it looks no further than to the first colour too many.
   */
  static List<ColourUse> of(int[] pixels) {
    Map<Integer, ColourUse> uses = new LinkedHashMap<>();
    for (int at = 0; at < pixels.length && uses.size() <= PngPalette.MOST; at++) {
      uses.merge(pixels[at], new ColourUse(pixels[at], at, 1), ColourUse::and);
    }
    return List.copyOf(uses.values());
  }

  private ColourUse and(ColourUse later) {
    return new ColourUse(colour, first, count + later.count);
  }

  int alpha() {
    return colour >>> 24;
  }

  /** Red, green and blue as one number, and alpha behind them. */
  long colourThenAlpha() {
    return (colour & 0xFFFFFFL) << 8 | alpha();
  }
}
