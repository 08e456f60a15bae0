package io.ardmstream.demo;

import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/** PNM pictures, which the JDK cannot read. */
final class Pnm {

  private Pnm() {}

  static BufferedImage read(byte[] file) {
    Media media = MediaFormats.parse(file, MediaOptions.defaults());
    int width = media.layout().width();
    int height = media.layout().height();
    boolean grey = media.planes().length == 1;
    BufferedImage picture =
        new BufferedImage(
            width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    WritableRaster raster = picture.getRaster();
    for (int band = 0; band < media.planes().length; band++) {
      raster.setSamples(0, 0, width, height, band, media.planes()[band]);
    }
    return picture;
  }
}
