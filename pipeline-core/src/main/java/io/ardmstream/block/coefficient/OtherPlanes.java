package io.ardmstream.block.coefficient;

import io.ardmstream.media.jpeg.CoefficientPlane;
import java.util.List;

/** What the planes of an image that were passed before say about a block of the next one. */
final class OtherPlanes {
  /** Blocks of the first plane a side that are looked at for one of another. */
  private static final int MOST_BLOCKS = 4;

  private final CodedPlane first;
  private final CodedPlane alike;
  private final int wide;
  private final int high;
  private final int[] places = new int[MOST_BLOCKS * MOST_BLOCKS];
  private int found;
  private int count;
  private int block;

  /**
   * The planes before another one.
   *
   * @param before of the same image, in order
   */
  OtherPlanes(List<CodedPlane> before, CodedPlane own) {
    first = before.isEmpty() ? null : before.get(0);
    CodedPlane last = before.isEmpty() ? null : before.get(before.size() - 1);
    alike = last != null && last.sameShape(own) ? last : null;
    wide = own.plane().blocksWide();
    high = own.plane().blocksHigh();
  }

  /** Whether there is one of the same shape just before, other than the first. */
  boolean hasSibling() {
    return alike != null && alike != first;
  }

  /** Begins a block. */
  void begin(int x, int y) {
    block = y * wide + x;
    found = 0;
    count = 0;
    if (first == null) {
      return;
    }
    CoefficientPlane plane = first.plane();
    int columns = pieces(plane.blocksWide(), wide);
    int rows = pieces(plane.blocksHigh(), high);
    int left = (int) ((long) x * plane.blocksWide() / wide);
    int top = (int) ((long) y * plane.blocksHigh() / high);
    for (int j = top; j < Math.min(plane.blocksHigh(), top + rows); j++) {
      for (int i = left; i < Math.min(plane.blocksWide(), left + columns); i++) {
        int at = j * plane.blocksWide() + i;
        places[found++] = at * CoefficientPlane.BLOCK;
        count += first.counts()[at];
      }
    }
    count /= found;
  }

  private static int pieces(int blocks, int of) {
    return Math.max(1, Math.min(MOST_BLOCKS, blocks / of));
  }

  /** Coefficients other than zero of the first plane's blocks there, on average. */
  int count() {
    return count;
  }

  /** The same of the sibling, -1 if there is none. */
  int siblingCount() {
    return hasSibling() ? alike.counts()[block] : -1;
  }

  /** The error of the sibling's DC coefficient. */
  int siblingError() {
    return hasSibling() ? alike.errors()[block] : 0;
  }

  /** Four times the mean magnitude of a coefficient in the first plane's blocks there. */
  int magnitude(int place) {
    int sum = 0;
    for (int i = 0; i < found; i++) {
      sum += Math.abs(first.plane().coefficients()[places[i] + place]);
    }
    // four blocks are the rule, and a division takes long
    return found == 4 ? sum : found == 0 ? 0 : 4 * sum / found;
  }

  /** The same coefficient of the plane before if that has the same shape, else 0. */
  int same(int place) {
    int at = block * CoefficientPlane.BLOCK + place;
    return alike == null ? 0 : alike.plane().coefficients()[at];
  }
}
