package io.ardmstream.media;

/** One line of a pass: its samples packed into bytes, and back. */
record PngLine(PngHeader header, PngPass pass, int[][] planes) {

  /** Spreads the samples of line {@code row} of the pass over the planes. */
  void read(int row, byte[] line) {
    int start = start(row);
    int depth = header.depth();
    for (int c = 0; c < planes.length; c++) {
      int[] plane = planes[c];
      for (int i = 0, at = start, n = c; i < pass.width(); i++, at += pass.dx()) {
        plane[at] = sample(line, n, depth);
        n += planes.length;
      }
    }
  }

  /**
   * Gathers the samples of line {@code row} of the pass; {@code line} is all zero where they go.
   */
  void write(int row, byte[] line) {
    int start = start(row);
    int depth = header.depth();
    for (int c = 0; c < planes.length; c++) {
      int[] plane = planes[c];
      for (int i = 0, at = start, n = c; i < pass.width(); i++, at += pass.dx()) {
        put(line, n, depth, plane[at]);
        n += planes.length;
      }
    }
  }

  private int start(int row) {
    return (pass.y() + row * pass.dy()) * header.width() + pass.x();
  }

  private static int sample(byte[] line, int n, int depth) {
    if (depth == 8) {
      return line[n] & 0xFF;
    } else if (depth == 16) {
      return (line[2 * n] & 0xFF) << 8 | line[2 * n + 1] & 0xFF;
    }
    int bit = n * depth;
    return line[bit >> 3] >> 8 - depth - (bit & 7) & (1 << depth) - 1;
  }

  private static void put(byte[] line, int n, int depth, int sample) {
    if (depth == 8) {
      line[n] = (byte) sample;
    } else if (depth == 16) {
      line[2 * n] = (byte) (sample >> 8);
      line[2 * n + 1] = (byte) sample;
    } else {
      int bit = n * depth;
      line[bit >> 3] |= (byte) (sample << 8 - depth - (bit & 7));
    }
  }
}
