package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.entropy.JpegFrame;
import io.ardmstream.media.jpeg.entropy.Marker;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import io.ardmstream.media.jpeg.entropy.Scan;
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
  private static final long MOST_BLOCKS_OF_BYTE = 8;

  /** Bytes of a file from a start to an end. */
  record Data(int start, int end) {
    int length() {
      return end - start;
    }
  }

  /** Whether an image may begin here. */
  static boolean beginsAt(byte[] bytes, int at) {
    return at + LEAST_BYTES <= bytes.length
        && bytes[at] == (byte) Marker.PREFIX
        && bytes[at + 1] == (byte) Marker.START_OF_IMAGE
        && bytes[at + 2] == (byte) Marker.PREFIX;
  }

  /**
   * Takes an image apart.
   *
   * @param file its bytes
   * @param start of the image in it
   * @param most coefficients that it may have
   * @throws NotJpegException when there is none that is understood, or one that is too large
   */
  static JpegImage read(byte[] file, int start, long most) throws NotJpegException {
    SegmentWalk walk = new SegmentWalk(file, Holes.NONE, start);
    List<ScanReading> readings = new ArrayList<>();
    List<Data> data = new ArrayList<>();
    CoefficientPlane[] planes = null;
    for (Scan scan = walk.next(); scan != null; scan = walk.next()) {
      if (planes == null) {
        // a block takes at least a bit of some scan
        long possible = (file.length - start) * MOST_BLOCKS_OF_BYTE * CoefficientPlane.BLOCK;
        planes = blank(walk, Math.min(most, possible));
      }
      ScanReading reading = new ScanReading(scan, file, walk.position(), planes);
      readings.add(reading);
      data.add(new Data(walk.position(), reading.end()));
      walk.resume(reading.end());
    }
    if (planes == null) {
      throw new NotJpegException("no scan that is understood");
    }
    List<ScanNotes> notes = new ArrayList<>();
    for (ScanReading reading : readings) {
      notes.add(ScanWriting.compare(reading, file, planes));
    }
    return new JpegImage(start, quantised(walk, planes), data, notes);
  }

  /** Planes of zeros for an image whose frame was passed. */
  static CoefficientPlane[] blank(SegmentWalk walk, long most) throws NotJpegException {
    JpegFrame frame = walk.frame();
    if (frame.blocks() * CoefficientPlane.BLOCK > Math.min(most, Integer.MAX_VALUE - 8)) {
      throw new NotJpegException("more blocks than its bytes can hold or than limits allow");
    }
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

  int dataLength() {
    return data.stream().mapToInt(Data::length).sum();
  }
}
