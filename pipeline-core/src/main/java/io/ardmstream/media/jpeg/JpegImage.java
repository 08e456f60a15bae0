package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.entropy.JpegFrame;
import io.ardmstream.media.jpeg.entropy.Marker;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import java.util.ArrayList;
import java.util.List;

/**
 * One image of a file.
 *
 * @param start where it begins in the file
 * @param planes of its components
 * @param data where the entropy-coded data of its scans lies in the file
 * @param scans how it is written
 */
record JpegImage(int start, CoefficientPlane[] planes, List<Data> data, List<ScanNotes> scans) {
  private static final int LEAST_BYTES = 4;

  /** Bytes of a file from a start to an end. */
  record Data(int start, int end) {
    int length() {
      return end - start;
    }

    boolean overlaps(Data other) {
      return start < other.end && other.start < end;
    }
  }

  /** Whether an image may begin here. */
  static boolean beginsAt(byte[] bytes, int at) {
    return at + LEAST_BYTES <= bytes.length
        && bytes[at] == (byte) Marker.PREFIX
        && bytes[at + 1] == (byte) Marker.START_OF_IMAGE
        && bytes[at + 2] == (byte) Marker.PREFIX;
  }

  /** Takes an image apart. */
  static JpegImage read(byte[] file, FoundImage found) {
    CoefficientPlane[] planes = blank(found.walk());
    List<ScanReading> readings = new ArrayList<>();
    for (int i = 0; i < found.scans().size(); i++) {
      int start = found.data().get(i).start();
      readings.add(new ScanReading(found.scans().get(i), file, start, planes));
    }
    List<ScanNotes> notes = new ArrayList<>();
    for (ScanReading reading : readings) {
      notes.add(ScanWriting.compare(reading, file, planes));
    }
    return new JpegImage(found.start(), planes, found.data(), notes);
  }

  /** Refuses an image, whose frame was passed, of more coefficients. */
  static void requireAtMost(SegmentWalk walk, long most) throws NotJpegException {
    if (walk.coefficients() > Math.min(most, Integer.MAX_VALUE - 8)) {
      throw new NotJpegException("more blocks than its bytes can hold or than limits allow");
    }
  }

  /** Planes of zeros for an image whose frame was passed. */
  static CoefficientPlane[] blank(SegmentWalk walk) {
    JpegFrame frame = walk.frame();
    CoefficientPlane[] planes = new CoefficientPlane[frame.components().length];
    for (int i = 0; i < planes.length; i++) {
      int wide = frame.blocksWide(i);
      planes[i] = CoefficientPlane.blank(wide, frame.blocksHigh(i), i, walk.quantiser(i));
    }
    return planes;
  }

  /** The same planes with the quantisers that were defined last. */
  static CoefficientPlane[] quantised(SegmentWalk walk, CoefficientPlane[] planes) {
    CoefficientPlane[] same = new CoefficientPlane[planes.length];
    for (int i = 0; i < planes.length; i++) {
      CoefficientPlane p = planes[i];
      same[i] =
          new CoefficientPlane(
              p.blocksWide(), p.blocksHigh(), i, walk.quantiser(i), p.coefficients());
    }
    return same;
  }
}
