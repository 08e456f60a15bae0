package io.ardmstream.media;

/**
 * The five line filters of PNG: a byte is predicted from those to the left and in the line above.
 */
final class PngFilter {
  static final int NONE = 0;
  static final int COUNT = 5;

  private static final int SUB = 1;
  private static final int UP = 2;
  private static final int AVERAGE = 3;

  private final int pixelBytes;

  PngFilter(int pixelBytes) {
    this.pixelBytes = pixelBytes;
  }

  /** Turns the differences in {@code line} into bytes. */
  void undo(int type, byte[] line, byte[] above) {
    for (int i = 0; i < line.length && type != NONE; i++) {
      line[i] += (byte) prediction(type, line, above, i);
    }
  }

  /** Puts the differences of {@code line} into {@code into} and returns the sum of their sizes. */
  long apply(int type, byte[] line, byte[] above, byte[] into) {
    long size = 0;
    for (int i = 0; i < line.length; i++) {
      into[i] = (byte) (line[i] - prediction(type, line, above, i));
      size += Math.abs(into[i]);
    }
    return size;
  }

  private int prediction(int type, byte[] line, byte[] above, int i) {
    int left = i < pixelBytes ? 0 : line[i - pixelBytes] & 0xFF;
    int up = above[i] & 0xFF;
    return switch (type) {
      case NONE -> 0;
      case SUB -> left;
      case UP -> up;
      case AVERAGE -> (left + up) >> 1;
      default -> paeth(left, up, i < pixelBytes ? 0 : above[i - pixelBytes] & 0xFF);
    };
  }

  /** The neighbour nearest to left + up - corner; ties go to left, then up. */
  private static int paeth(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }
}
