package io.ardmstream.likelihood.image.tile;

/**
 * The causal neighbourhood of a wavefront schedule: rows {@code y - radius .. y} and columns {@code
 * x - radius .. x + radius}, as far as they are known before step {@code t = x + slope * y}.
 *
 * @param radius extent in samples
 * @param slope columns by which a row of the wavefront lags behind the row above
 */
public record CausalWindow(int radius, int slope) {

  /** Taps of the window, nearest first. */
  public int[][] taps() {
    java.util.List<int[]> taps = new java.util.ArrayList<>();
    for (int dy = -radius; dy <= 0; dy++) {
      int last = dy == 0 ? -1 : Math.min(radius, -slope * dy - 1);
      for (int dx = -radius; dx <= last; dx++) {
        taps.add(new int[] {dx, dy});
      }
    }
    taps.sort(
        java.util.Comparator.<int[]>comparingInt(t -> t[0] * t[0] + t[1] * t[1])
            .thenComparingInt(t -> -t[1])
            .thenComparingInt(t -> t[0]));
    return taps.toArray(int[][]::new);
  }
}
