package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.entropy.Choices;
import io.ardmstream.media.jpeg.entropy.Scan;
import java.util.List;

/**
 * What must be known beside coefficients and tables to write the entropy-coded data of a scan.
 *
 * @param interrupted whether there are restart markers, if the file announces them
 * @param choices of the encoder
 * @param padding how the last byte of a stretch is completed
 * @param oddities stretches that are not as expected, in order
 */
record ScanNotes(boolean interrupted, Choices choices, Padding padding, List<Oddity> oddities) {

  /**
   * The bits that complete the last byte of each stretch.
   *
   * @param each by stretch, or of length one for all alike
   */
  record Padding(byte[] each) {
    static final int ONES = 0x7F;
    static final int ZEROS = 0;

    int of(int stretch) {
      return each.length == 1 ? each[0] : each[stretch];
    }
  }

  /**
   * A stretch that is not as expected.
   *
   * @param stretch number of it
   * @param units of it that were understood
   * @param kept how many bytes are as they would be written from these units
   * @param rest the bytes that come instead of what would be written further, in the file's form;
   *     they include the restart marker behind the stretch unless that is as expected
   * @param restarts whether the expected restart marker follows
   * @param last whether the scan ends with it
   */
  record Oddity(int stretch, int units, int kept, byte[] rest, boolean restarts, boolean last) {}

  /** Whether they can be those of this scan. */
  boolean fits(Scan announced) {
    Scan scan = interrupted ? announced : announced.uninterrupted();
    int before = -1;
    for (Oddity odd : oddities) {
      int first = odd.stretch() * scan.unitsOfInterval();
      if (odd.stretch() <= before
          || odd.stretch() >= scan.intervals()
          || odd.units() > Math.min(scan.unitsOfInterval(), scan.units() - first)) {
        return false;
      }
      before = odd.stretch();
    }
    return padding.each().length == 1 || padding.each().length == scan.intervals();
  }
}
