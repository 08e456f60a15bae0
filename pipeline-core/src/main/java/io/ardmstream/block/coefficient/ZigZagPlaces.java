package io.ardmstream.block.coefficient;

/** Places of a block by rising frequency. */
final class ZigZagPlaces {
  /** Where the n-th coefficient of JPEG's order lies, {@code v * 8 + u}. */
  static final int[] NATURAL = places();

  private ZigZagPlaces() {}

  private static int[] places() {
    int[] places = new int[64];
    int n = 0;
    for (int diagonal = 0; diagonal < 15; diagonal++) {
      int least = Math.max(0, diagonal - 7);
      int most = Math.min(7, diagonal);
      for (int i = least; i <= most; i++) {
        int u = (diagonal & 1) == 0 ? i : most + least - i;
        places[n++] = (diagonal - u) * 8 + u;
      }
    }
    return places;
  }
}
