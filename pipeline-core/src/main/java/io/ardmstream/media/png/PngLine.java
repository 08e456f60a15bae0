package io.ardmstream.media.png;

import io.ardmstream.media.png.file.PngHeader;

/**
 * Lines of a pass: their samples packed into bytes, and back. The bytes of a line come after a
 * margin of one pixel, which {@link PngFilter} wants.
 */
record PngLine(PngHeader header, PngPass pass, int[][] planes) {
  /** Bytes of a pixel of four samples of 16 bits. */
  static final int MAX_MARGIN = 8;

  /** Bytes from a sample to the same one of the pixel before; 1 where pixels share bytes. */
  int margin() {
    return Math.max(1, header.channels() * header.depth() / 8);
  }

  /** A line of zeros. */
  byte[] blank() {
    return new byte[margin() + (int) header.lineBytes(pass.width())];
  }

  /** Spreads the samples of line {@code row} over the planes. */
  void read(int row, byte[] line) {
    for (int c = 0; c < planes.length; c++) {
      int[] plane = planes[c];
      int at = start(row);
      for (int n = c; n < pass.width() * planes.length; n += planes.length) {
        plane[at] = sample(line, n);
        at += pass.dx();
      }
    }
  }

  /** Gathers the samples of line {@code row} into a blank line. */
  void write(int row, byte[] line) {
    for (int c = 0; c < planes.length; c++) {
      int[] plane = planes[c];
      int at = start(row);
      for (int n = c; n < pass.width() * planes.length; n += planes.length) {
        put(line, n, plane[at]);
        at += pass.dx();
      }
    }
  }

  private int start(int row) {
    return (pass.y() + row * pass.dy()) * header.width() + pass.x();
  }

  private int sample(byte[] line, int n) {
    int depth = header.depth();
    int at = margin() + (int) ((long) n * depth >> 3);
    return switch (depth) {
      case 8 -> line[at] & 0xFF;
      case 16 -> (line[at] & 0xFF) << 8 | line[at + 1] & 0xFF;
      default -> line[at] >> shift(n, depth) & (1 << depth) - 1;
    };
  }

  private void put(byte[] line, int n, int sample) {
    int depth = header.depth();
    int at = margin() + (int) ((long) n * depth >> 3);
    switch (depth) {
      case 8 -> line[at] = (byte) sample;
      case 16 -> {
        line[at] = (byte) (sample >> 8);
        line[at + 1] = (byte) sample;
      }
      default -> line[at] |= (byte) (sample << shift(n, depth));
    }
  }

  /** The first sample of a byte is in its top bits. */
  private static int shift(int n, int depth) {
    return 8 - depth - (n * depth & 7);
  }
}
