package io.ardmstream.block.coefficient;

import io.ardmstream.media.jpeg.CoefficientPlane;
import java.util.ArrayList;
import java.util.List;

/**
 * The planes of a file in the parts that are coded independently of each other, so that large
 * images take several cores: small images together, each large one in strips of rows.
 *
 * @param together planes of all small images
 * @param apart planes of each strip
 */
record Strips(List<CoefficientPlane> together, List<Strip> apart) {
  /** Blocks of a strip, about. */
  private static final int BLOCKS = 1 << 16;

  private static final int MOST = 16;

  /** The strips of images in the order of the file. */
  static Strips of(List<CoefficientPlane> planes) {
    List<CoefficientPlane> together = new ArrayList<>();
    List<Strip> apart = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= planes.size(); to++) {
      if (to == planes.size() || planes.get(to).component() == 0) {
        List<CoefficientPlane> image = planes.subList(from, to);
        List<Strip> strips = cut(image);
        together.addAll(strips.size() < 2 ? image : List.of());
        apart.addAll(strips.size() < 2 ? List.of() : strips);
        from = to;
      }
    }
    return new Strips(together, apart);
  }

  private static List<Strip> cut(List<CoefficientPlane> image) {
    long blocks = image.stream().mapToLong(CoefficientPlane::blocks).sum();
    int least = image.stream().mapToInt(CoefficientPlane::blocksHigh).min().orElse(1);
    int count = (int) Math.min(Math.min(MOST, least), blocks / BLOCKS);
    List<Strip> strips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * least / count);
      int to = (int) ((long) (i + 1) * least / count);
      strips.add(new Strip(image, from, to, least));
    }
    return strips;
  }

  /**
   * Rows of the planes of an image.
   *
   * @param image all its planes
   * @param from the first row of the plane that has the fewest
   * @param to the row behind the last one
   * @param of how many
   */
  record Strip(List<CoefficientPlane> image, int from, int to, int of) {

    /** Copies of the rows. */
    List<CoefficientPlane> planes() {
      List<CoefficientPlane> parts = new ArrayList<>();
      for (CoefficientPlane plane : image) {
        parts.add(plane.rows(row(plane, from), row(plane, to)));
      }
      return parts;
    }

    /** Puts rows back to where they belong. */
    void put(List<CoefficientPlane> parts) {
      for (int i = 0; i < parts.size(); i++) {
        CoefficientPlane plane = image.get(i);
        short[] rows = parts.get(i).coefficients();
        int start = row(plane, from) * plane.blocksWide() * CoefficientPlane.BLOCK;
        System.arraycopy(rows, 0, plane.coefficients(), start, rows.length);
      }
    }

    private int row(CoefficientPlane plane, int least) {
      return (int) ((long) least * plane.blocksHigh() / of);
    }
  }
}
