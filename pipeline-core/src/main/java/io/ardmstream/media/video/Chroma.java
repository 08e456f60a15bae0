package io.ardmstream.media.video;

import io.ardmstream.media.raster.Patch;
import io.ardmstream.media.raster.Patches;

/**
 * How a frame with less chroma than luma is one picture: the luma, and below it both chroma planes,
 * beside each other where that fits.
 *
 * @param across columns of luma for one of chroma
 * @param down rows of luma for one of chroma
 */
record Chroma(int width, int height, int across, int down) {

  int chromaWidth() {
    return (width - 1) / across + 1;
  }

  int chromaHeight() {
    return (height - 1) / down + 1;
  }

  /** Columns of the picture. */
  int wide() {
    return across == 1 ? width : Math.max(width, 2 * chromaWidth());
  }

  /** Rows of the picture. */
  int high() {
    return height + chromaHeight() * (across == 1 ? 2 : 1);
  }

  /**
   * Adds the three planes of a frame.
   *
   * @param top first row of the frame in the picture
   * @param places of luma and both chroma planes
   */
  void add(Patches patches, int top, int bits, Place... places) {
    int below = top + height;
    boolean beside = across > 1;
    patch(patches, 0, top, width, height, bits, places[0]);
    patch(patches, 0, below, chromaWidth(), chromaHeight(), bits, places[1]);
    int left = beside ? chromaWidth() : 0;
    int third = beside ? below : below + chromaHeight();
    patch(patches, left, third, chromaWidth(), chromaHeight(), bits, places[2]);
  }

  private static void patch(
      Patches patches, int left, int top, int width, int height, int bits, Place place) {
    patches.add(
        new Patch(
            0,
            left,
            top,
            width,
            height,
            bits,
            place.address,
            place.step,
            place.step * place.perRow));
  }

  /**
   * Where a plane is.
   *
   * @param address of its first sample in bits
   * @param step bits from a column to the next
   * @param perRow columns from a row to the next
   */
  record Place(long address, long step, int perRow) {}
}
