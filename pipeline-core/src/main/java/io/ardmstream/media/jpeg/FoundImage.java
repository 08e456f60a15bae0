package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.JpegImage.Data;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import io.ardmstream.media.jpeg.entropy.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * An image of a file of which only the markers were looked at.
 *
 * @param start where it begins in the file
 * @param walk along its segments, at their end
 * @param scans at least one
 * @param data where the entropy-coded data of each scan lies in the file
 * @param left what other images may have
 */
record FoundImage(int start, SegmentWalk walk, List<Scan> scans, List<Data> data, JpegBudget left) {
  private static final long MOST_BLOCKS_OF_BYTE = 8;

  /**
   * Finds an image.
   *
   * @param file its bytes
   * @param start of the image in it
   * @param budget what it may have
   * @throws NotJpegException when there is none that is understood, or one that is too large
   */
  static FoundImage at(byte[] file, int start, JpegBudget budget) throws NotJpegException {
    JpegBudget left = budget;
    SegmentWalk walk = new SegmentWalk(file, Holes.NONE, start);
    List<Scan> scans = new ArrayList<>();
    List<Data> data = new ArrayList<>();
    for (Scan scan = walk.next(); scan != null; scan = walk.next()) {
      int end = ScanReading.endOf(scan, file, walk.position());
      scans.add(scan);
      data.add(new Data(walk.position(), end));
      walk.resume(end);
      left = left.without(scan);
    }
    if (scans.isEmpty()) {
      throw new NotJpegException("no scan that is understood");
    }
    // a block takes at least a bit of some scan
    long possible = (file.length - start) * MOST_BLOCKS_OF_BYTE * CoefficientPlane.BLOCK;
    JpegImage.requireAtMost(walk, Math.min(left.coefficients(), possible));
    return new FoundImage(start, walk, scans, data, left.without(walk.frame()));
  }

  int dataLength() {
    return data.stream().mapToInt(Data::length).sum();
  }

  /**
   * Whether its data lies apart from that of all others.
   *
   * @param others ends of data by their starts
   */
  boolean isApartFrom(NavigableMap<Integer, Integer> others) {
    for (Data each : data) {
      Map.Entry<Integer, Integer> before = others.lowerEntry(each.end());
      if (before != null && before.getValue() > each.start()) {
        return false;
      }
    }
    return true;
  }
}
