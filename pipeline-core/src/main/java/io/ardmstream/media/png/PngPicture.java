package io.ardmstream.media.png;

import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.png.file.PngFile;
import io.ardmstream.media.png.file.PngHeader;

/**
 * The samples of a PNG file as they stand in it, and what else the file has.
 *
 * @param layout shape of the samples
 * @param planes one array a channel; indices if there is a palette
 * @param foreign everything else
 */
record PngPicture(SampleLayout layout, int[][] planes, PngForeign foreign) {

  /** The picture that foreign bytes of {@link PngForeign} belong to. */
  static PngPicture of(Media media) {
    PngForeign foreign = PngForeign.unpack(new ForeignSource(media.foreign()));
    return new PngPicture(media.layout(), media.planes(), foreign);
  }

  byte[] file() {
    PngHeader header = PngHeader.of(layout, foreign.palette(), foreign.interlaced());
    boolean exists = header.colour().allows(header.depth()) && layout.equals(header.layout());
    new ForeignSource(foreign.trailer()).require(exists, "are not of a PNG " + layout);
    if (foreign.stream().isTold()) {
      return foreign.stream().unpack().file(header, planes, foreign);
    }
    byte[] pixels = PngDeflation.idat(header, planes);
    return new PngFile(header, foreign.before(), pixels, foreign.after(), foreign.trailer())
        .write();
  }
}
