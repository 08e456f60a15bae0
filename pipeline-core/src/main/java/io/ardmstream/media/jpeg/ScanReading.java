package io.ardmstream.media.jpeg;

import io.ardmstream.media.jpeg.entropy.BlockReader;
import io.ardmstream.media.jpeg.entropy.Choices;
import io.ardmstream.media.jpeg.entropy.EntropyReader;
import io.ardmstream.media.jpeg.entropy.Marker;
import io.ardmstream.media.jpeg.entropy.Scan;
import java.util.ArrayList;
import java.util.List;

/**
 * The entropy-coded data of a scan while it is taken apart.
 *
 * <p>Between two restart markers lies a <em>stretch</em>. One that is damaged does not keep the
 * next from being understood.
 */
final class ScanReading {

  /**
   * Entropy-coded data up to the next marker.
   *
   * @param start of its bytes
   * @param end behind its bytes
   * @param units that were understood
   * @param paddingBits how many bits complete its last byte; 0 if it was not understood
   * @param padding these bits
   */
  record Stretch(int start, int end, int units, int paddingBits, int padding) {}

  /** As it is written, which may be without the restart markers that its file announces. */
  final Scan scan;

  /** Whether there are restart markers if its file announces them. */
  final boolean interrupted;

  final Choices choices = new Choices();
  final List<Stretch> stretches = new ArrayList<>();

  private final byte[] bytes;

  /**
   * Takes the data apart.
   *
   * @param bytes of the file
   * @param start of the data
   * @param planes of the image, which receive the coefficients
   */
  ScanReading(Scan announced, byte[] bytes, int start, CoefficientPlane[] planes) {
    this.bytes = bytes;
    interrupted = isInterrupted(announced, bytes, start);
    scan = interrupted ? announced : announced.uninterrupted();
    ScanUnits units = new ScanUnits(scan, planes);
    BlockReader reader = BlockReader.of(scan, choices);
    int at = start;
    for (int i = 0; i < scan.intervals(); i++) {
      Stretch stretch = read(i, at, units, reader);
      stretches.add(stretch);
      if (!restartsAt(bytes, stretch.end)) {
        break;
      }
      at = stretch.end + 2;
    }
  }

  /** Where the data of a scan ends, which begins at a start. */
  static int endOf(Scan announced, byte[] bytes, int start) {
    int most = isInterrupted(announced, bytes, start) ? announced.intervals() : 1;
    int end = stretchEnd(bytes, start);
    for (int i = 1; i < most && restartsAt(bytes, end); i++) {
      end = stretchEnd(bytes, end + 2);
    }
    return end;
  }

  private static boolean isInterrupted(Scan announced, byte[] bytes, int start) {
    return announced.intervals() == 1 || restartsAt(bytes, stretchEnd(bytes, start));
  }

  /** Behind all data. */
  int end() {
    return stretches.get(stretches.size() - 1).end;
  }

  private Stretch read(int index, int start, ScanUnits units, BlockReader reader) {
    int end = stretchEnd(bytes, start);
    EntropyReader in = new EntropyReader(bytes, start, end);
    reader.begin(in);
    int first = index * scan.unitsOfInterval();
    int count = Math.min(scan.unitsOfInterval(), scan.units() - first);
    int understood = 0;
    while (understood < count && units.read(first + understood, reader)) {
      understood++;
    }
    int paddingBits = understood == count ? in.paddingBits() : 0;
    return new Stretch(start, end, understood, paddingBits, in.bits(paddingBits));
  }

  private static int stretchEnd(byte[] bytes, int start) {
    int at = start;
    while (at < bytes.length && !markerAt(bytes, at)) {
      at++;
    }
    return at;
  }

  private static boolean markerAt(byte[] bytes, int at) {
    return bytes[at] == (byte) Marker.PREFIX
        && at + 1 < bytes.length
        && Marker.endsEntropyCoded(bytes[at + 1] & 0xFF);
  }

  private static boolean restartsAt(byte[] bytes, int at) {
    return at + 1 < bytes.length && Marker.isRestart(bytes[at + 1] & 0xFF);
  }
}
