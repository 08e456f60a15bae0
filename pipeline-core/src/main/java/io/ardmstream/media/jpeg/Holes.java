package io.ardmstream.media.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * Where entropy-coded data was taken out of a file, in positions of what is left of it. Segments
 * that other images lie in are longer in the file than in what is left.
 */
final class Holes {
  /** A file that nothing was taken out of. */
  static final Holes NONE = new Holes();

  private final List<long[]> holes = new ArrayList<>();

  /** Notes a hole before all that were noted so far. */
  void addFirst(int position, int length) {
    holes.add(0, new long[] {position, length});
  }

  /** The position so many bytes of the file behind another one. */
  int behind(int position, int length) {
    int at = position;
    long left = length;
    for (long[] hole : holes) {
      if (hole[0] >= at && hole[0] - at < left) {
        left -= hole[0] - at + hole[1];
        at = (int) hole[0];
        if (left < 0) {
          return -1;
        }
      }
    }
    return (int) Math.min(Integer.MAX_VALUE, at + left);
  }
}
