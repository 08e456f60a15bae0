package io.ardmstream.media.array;

import io.ardmstream.media.Limits;
import io.ardmstream.media.raster.Arrangement;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.Words;

/**
 * An array as a picture: the last two dimensions are its columns and rows, or the two before a last
 * one of at most four, which are its channels; all others stand below one another.
 */
final class Shape {
  private static final int MOST_COLOURS = 4;
  private static final int LEAST_SIDE = 8;

  private Shape() {}

  /**
   * The picture of an array whose last dimension varies first.
   *
   * @param sizes at least one, none of them 0
   */
  static Finding picture(
      byte[] file, long[] sizes, Words words, int bits, long start, Limits limits, String where) {
    int last = sizes.length - 1;
    boolean coloured =
        last >= 2
            && sizes[last] <= MOST_COLOURS
            && sizes[last] > 1
            && sizes[last - 1] >= LEAST_SIDE;
    int channels = coloured ? (int) sizes[last] : 1;
    int across = coloured ? last - 1 : last;
    double all = 1;
    for (long size : sizes) {
      all *= size;
    }
    limits.checkShape((long) Math.min(all, Long.MAX_VALUE / 4), 1, 1, where);
    long width = sizes[across];
    long height = (long) all / width / channels;
    Arrangement rows = Arrangement.dense((int) width, (int) height, channels, bits, false);
    return Finding.of(
        file, new Raster((int) width, (int) height, channels, words, rows.at(start, 0)));
  }
}
