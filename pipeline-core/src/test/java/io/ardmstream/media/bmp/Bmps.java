package io.ardmstream.media.bmp;

import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.le16;
import static io.ardmstream.media.Bytes.le32;
import static io.ardmstream.media.Bytes.text;

import io.ardmstream.media.Bytes;

/** Windows bitmaps, ordinary and odd. */
public final class Bmps {
  private Bmps() {}

  /** Bytes of the rows of an image, padding included. */
  public static int rasterBytes(int width, int height, int bits) {
    return (width * bits + 31) / 32 * 4 * Math.abs(height);
  }

  /** A file with the header of 40 bytes; a negative height puts the uppermost row first. */
  public static byte[] file(int width, int height, int bits, byte[] palette, byte[] raster) {
    return file(width, height, bits, 0, palette, raster);
  }

  public static byte[] file(
      int width, int height, int bits, int compression, byte[] extra, byte[] raster) {
    int start = 54 + extra.length;
    return join(
        text("BM"),
        le32(start + raster.length, 0, start, 40, width, height),
        le16(1, bits),
        le32(compression, raster.length, 2835, 2835, 0, 0),
        extra,
        raster);
  }

  static byte[] greys() {
    byte[] palette = new byte[1024];
    for (int i = 0; i < 1024; i++) {
      palette[i] = (byte) (i % 4 == 3 ? 0 : i / 4);
    }
    return palette;
  }

  /** Rows without pattern whose padding is zero. */
  static byte[] noise(int width, int height, int bits) {
    byte[] raster = Bytes.noise(rasterBytes(width, height, bits), width);
    int stride = raster.length / Math.abs(height);
    for (int i = 0; i < raster.length; i++) {
      if (i % stride >= width * bits / 8) {
        raster[i] = 0;
      }
    }
    return raster;
  }
}
