package io.ardmstream.media.bmp;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.SampleFormat;
import io.ardmstream.media.SampleLayout;

/**
 * The rows of a bitmap in its file: samples, then padding to a multiple of four bytes.
 *
 * @param header says in which order the rows come
 * @param layout of the samples
 * @param file in which the rows stand, all of them inside it
 */
record BmpRaster(BmpHeader header, SampleLayout layout, byte[] file) {
  private static final SampleFormat BYTE = new SampleFormat(8, false, false);

  int[][] planes() {
    int width = layout.width();
    int[][] planes = new int[layout.channels()][layout.planeSize()];
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < layout.height(); y++) {
        BYTE.read(file, at(c, y), planes.length, planes[c], y * width, width);
      }
    }
    return planes;
  }

  void write(int[][] planes) {
    int width = layout.width();
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < layout.height(); y++) {
        BYTE.write(planes[c], y * width, width, file, at(c, y), planes.length);
      }
    }
  }

  /** The padding of all rows in the order of the file, then what follows the last row. */
  byte[] suffix() {
    ByteSink suffix = new ByteSink();
    for (int line = 0; line < layout.height(); line++) {
      suffix.bytes(file, paddingAt(line), header.padding());
    }
    int end = lineAt(layout.height());
    return suffix.bytes(file, end, file.length - end).toBytes();
  }

  void writePadding(byte[] suffix) {
    int padding = header.padding();
    for (int line = 0; line < layout.height(); line++) {
      System.arraycopy(suffix, line * padding, file, paddingAt(line), padding);
    }
  }

  private int lineAt(int line) {
    return (int) (header.rasterStart() + line * header.stride());
  }

  private int paddingAt(int line) {
    return lineAt(line) + (int) header.rowBytes();
  }

  /** Offset of the first sample of a channel in a row: blue, green, red, alpha in the file. */
  private int at(int channel, int y) {
    boolean colour = layout.channels() > 1 && channel < 3;
    int line = header.topDown() ? y : layout.height() - 1 - y;
    return lineAt(line) + (colour ? 2 - channel : channel);
  }
}
