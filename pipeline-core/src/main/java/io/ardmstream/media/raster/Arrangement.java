package io.ardmstream.media.raster;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture whose rows follow one another, all as long.
 *
 * @param bits of a sample
 * @param rowBits from one row to the next
 * @param planar channel after channel, otherwise pixel after pixel
 */
public record Arrangement(
    int width, int height, int channels, int bits, long rowBits, boolean planar) {

  /** Rows of whole bytes without anything between them. */
  public static Arrangement dense(int width, int height, int channels, int bits, boolean planar) {
    long row = (long) width * bits * (planar ? 1 : channels);
    return new Arrangement(width, height, channels, bits, (row + 7) / 8 * 8, planar);
  }

  /** Bytes from the first row to what follows the last. */
  public long bytes() {
    return (rowBits * height * (planar ? channels : 1) + 7) / 8;
  }

  /** Its channels, where its first byte and its first row are given. */
  public List<Patch> at(long start, int top) {
    List<Patch> patches = new ArrayList<>();
    long step = planar ? bits : (long) bits * channels;
    long next = planar ? rowBits * height : bits;
    for (int c = 0; c < channels; c++) {
      long address = 8 * start + c * next;
      patches.add(new Patch(c, 0, top, width, height, bits, address, step, rowBits));
    }
    return patches;
  }

  /** So many of them one after the other, and one below the other. */
  public List<Patch> stacked(long start, int count) {
    Patches patches = new Patches();
    for (int i = 0; i < count && !patches.isFull(); i++) {
      at(start + i * bytes(), i * height).forEach(patches::add);
    }
    return patches.toList();
  }
}
