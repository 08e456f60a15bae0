package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.JpegImage.Data;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import io.ardmstream.media.jpeg.entropy.Scan;
import java.util.ArrayList;
import java.util.List;

/**
 * An image of a file of which only the markers were looked at.
 *
 * @param start where it begins in the file
 * @param walk along its segments, at their end
 * @param scans at least one
 * @param data where the entropy-coded data of each scan lies in the file
 */
record FoundImage(int start, SegmentWalk walk, List<Scan> scans, List<Data> data) {
  private static final long MOST_BLOCKS_OF_BYTE = 8;

  /**
   * Finds an image.
   *
   * @param file its bytes
   * @param start of the image in it
   * @param most coefficients that it may have
   * @throws NotJpegException when there is none that is understood, or one that is too large
   */
  static FoundImage at(byte[] file, int start, long most) throws NotJpegException {
    SegmentWalk walk = new SegmentWalk(file, Holes.NONE, start);
    List<Scan> scans = new ArrayList<>();
    List<Data> data = new ArrayList<>();
    for (Scan scan = walk.next(); scan != null; scan = walk.next()) {
      int end = ScanReading.endOf(scan, file, walk.position());
      scans.add(scan);
      data.add(new Data(walk.position(), end));
      walk.resume(end);
    }
    if (scans.isEmpty()) {
      throw new NotJpegException("no scan that is understood");
    }
    // a block takes at least a bit of some scan
    long possible = (file.length - start) * MOST_BLOCKS_OF_BYTE * CoefficientPlane.BLOCK;
    JpegImage.requireAtMost(walk, Math.min(most, possible));
    return new FoundImage(start, walk, scans, data);
  }

  int dataLength() {
    return data.stream().mapToInt(Data::length).sum();
  }

  long coefficients() {
    return walk.coefficients();
  }

  /** Whether its data lies apart from that of all others. */
  boolean isApartFrom(List<FoundImage> others) {
    return others.stream()
        .flatMap(other -> other.data.stream())
        .noneMatch(each -> data.stream().anyMatch(each::overlaps));
  }
}
