package io.ardmstream.block.classic.picture;

import io.ardmstream.block.SampleRange;
import io.ardmstream.coder.binary.BitCoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;

/** The colours of a picture, ascending, each once; its pixels become their numbers. */
public final class ColourTable {
  /** How many colours there are at most. */
  static final int MOST = 256;

  private static final int HALF = 1 << 15;

  private final int[][] planes;

  private ColourTable(int[][] planes) {
    this.planes = planes;
  }

  /** The table of a picture, unless it has too many colours. */
  public static Optional<ColourTable> of(int[][] picture) {
    TreeMap<int[], Integer> distinct = new TreeMap<>(Arrays::compare);
    for (int at = 0; at < picture[0].length && distinct.size() <= MOST; at++) {
      distinct.put(colour(picture, at), at);
    }
    if (distinct.size() > MOST) {
      return Optional.empty();
    }
    int[][] planes = new int[picture.length][distinct.size()];
    int next = 0;
    for (int at : distinct.values()) {
      for (int c = 0; c < planes.length; c++) {
        planes[c][next] = picture[c][at];
      }
      next++;
    }
    return Optional.of(new ColourTable(planes));
  }

  private static int[] colour(int[][] picture, int at) {
    return Arrays.stream(picture).mapToInt(plane -> plane[at]).toArray();
  }

  /** Encodes the table. */
  public void encode(SampleRange range, PicturePass pass, BitCoder port) {
    size(size(), port);
    pass.run(planes, size(), range, port);
  }

  /**
   * Decodes a table that {@link #encode} wrote.
   *
   * @param pixels of the picture
   * @throws IllegalArgumentException when it has more colours than that, which take time for
   *     nothing
   */
  public static ColourTable decode(
      int channels, int pixels, SampleRange range, PicturePass pass, BitCoder port) {
    int size = size(0, port);
    if (size > pixels) {
      throw new IllegalArgumentException(size + " colours of " + pixels + " pixels");
    }
    int[][] planes = new int[channels][size];
    pass.run(planes, planes[0].length, range, port);
    return new ColourTable(planes);
  }

  private static int size(int size, BitCoder port) {
    int passed = 0;
    for (int value = MOST / 2; value > 0; value >>= 1) {
      passed = passed << 1 | port.pass((size - 1 & value) == 0 ? 0 : 1, HALF);
    }
    return passed + 1;
  }

  int size() {
    return planes[0].length;
  }

  /** What indices range over. */
  public SampleRange indices() {
    return SampleRange.ofIndices(size());
  }

  /** A picture as one plane of indices. */
  public int[][] toIndices(int[][] picture) {
    TreeMap<int[], Integer> places = new TreeMap<>(Arrays::compare);
    for (int i = 0; i < size(); i++) {
      places.put(colour(planes, i), i);
    }
    int[] indices = new int[picture[0].length];
    Arrays.setAll(indices, at -> places.get(colour(picture, at)));
    return new int[][] {indices};
  }

  /**
   * The picture again; an index that is too high, which damage can bring, means the last colour.
   */
  public void fill(int[][] picture, int[] indices) {
    for (int c = 0; c < picture.length; c++) {
      int[] colours = planes[c];
      Arrays.setAll(picture[c], at -> colours[Math.min(indices[at], colours.length - 1)]);
    }
  }
}
