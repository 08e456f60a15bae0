package io.ardmstream.media.png;

/**
 * The five line filters of PNG: a byte is predicted from those to the left and in the line above.
 *
 * <p>Lines begin with a margin of one pixel of zeros, so that every byte has a neighbour to its
 * left.
 */
final class PngFilter {
  static final int NONE = 0;
  static final int COUNT = 5;

  private static final int SUB = 1;
  private static final int UP = 2;
  private static final int AVERAGE = 3;
  private static final int PAETH = 4;

  private final int margin;

  PngFilter(int pixelBytes) {
    this.margin = pixelBytes;
  }

  /** Turns the differences in {@code line} into bytes. */
  void undo(int type, byte[] line, byte[] above) {
    for (int i = margin; type == SUB && i < line.length; i++) {
      line[i] += line[i - margin];
    }
    for (int i = margin; type == UP && i < line.length; i++) {
      line[i] += above[i];
    }
    for (int i = margin; type == AVERAGE && i < line.length; i++) {
      line[i] += average(line[i - margin], above[i]);
    }
    for (int i = margin; type == PAETH && i < line.length; i++) {
      line[i] += paeth(line[i - margin], above[i], above[i - margin]);
    }
  }

  /** Puts the differences of {@code line} into {@code into}. */
  void apply(int type, byte[] line, byte[] above, byte[] into) {
    System.arraycopy(line, 0, into, 0, type == NONE ? line.length : 0);
    for (int i = margin; type == SUB && i < line.length; i++) {
      into[i] = (byte) (line[i] - line[i - margin]);
    }
    for (int i = margin; type == UP && i < line.length; i++) {
      into[i] = (byte) (line[i] - above[i]);
    }
    for (int i = margin; type == AVERAGE && i < line.length; i++) {
      into[i] = (byte) (line[i] - average(line[i - margin], above[i]));
    }
    for (int i = margin; type == PAETH && i < line.length; i++) {
      into[i] = (byte) (line[i] - paeth(line[i - margin], above[i], above[i - margin]));
    }
  }

  private static byte average(byte left, byte up) {
    return (byte) ((left & 0xFF) + (up & 0xFF) >> 1);
  }

  /** The neighbour nearest to left + up - corner; ties go to left, then up. */
  private static byte paeth(byte left, byte up, byte corner) {
    int fromUp = (up & 0xFF) - (corner & 0xFF);
    int fromLeft = (left & 0xFF) - (corner & 0xFF);
    int toLeft = Math.abs(fromUp);
    int toUp = Math.abs(fromLeft);
    int toCorner = Math.abs(fromUp + fromLeft);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}
