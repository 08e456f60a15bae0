package io.ardmstream.media.bmp;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.Wrapping;
import java.util.ArrayList;
import java.util.List;

/**
 * The headers that most programs write: 40 bytes of information, rows from the bottom, no
 * resolution or 72 or 96 dots an inch, sizes given or left out; 8-bit images with a palette of
 * greys.
 *
 * <p>Numbered through for {@link Wrapping}: a new one goes to the end.
 */
final class BmpTemplates {
  private static final int[] DOTS_PER_METRE = {0, 2834, 2835, 3780};
  private static final int[] COLOURS_SAID = {0, 256};
  private static final int GREYS = 256;
  private static final byte[] GREY_PALETTE = greyPalette();

  private BmpTemplates() {}

  static List<Wrapping> of(SampleLayout layout) {
    long stride = ((long) layout.width() * layout.channels() + 3) / 4 * 4;
    long raster = stride * layout.height();
    byte[] padding = new byte[(int) (raster - layout.rawBytes())];
    List<Wrapping> templates = new ArrayList<>();
    for (int dots : DOTS_PER_METRE) {
      for (long said : new long[] {0, raster}) {
        for (int colours : COLOURS_SAID) {
          templates.add(new Wrapping(header(layout, raster, dots, said, colours), padding));
        }
      }
    }
    return templates;
  }

  private static byte[] header(
      SampleLayout layout, long raster, int dots, long rasterSaid, int coloursSaid) {
    boolean indexed = layout.channels() == 1;
    int start = BmpHeader.FILE_HEADER + BmpHeader.INFO_HEADER + (indexed ? 4 * GREYS : 0);
    ByteSink header = new ByteSink();
    header.ascii("BM").le32(start + raster).le32(0).le32(start);
    header.le32(BmpHeader.INFO_HEADER).le32(layout.width()).le32(layout.height());
    header.le16(1).le16(8 * layout.channels()).le32(0).le32(rasterSaid);
    header.le32(dots).le32(dots).le32(indexed ? coloursSaid : 0).le32(0);
    return header.bytes(indexed ? GREY_PALETTE : new byte[0]).toBytes();
  }

  private static byte[] greyPalette() {
    ByteSink palette = new ByteSink();
    for (int grey = 0; grey < GREYS; grey++) {
      palette.u8(grey).u8(grey).u8(grey).u8(0);
    }
    return palette.toBytes();
  }
}
