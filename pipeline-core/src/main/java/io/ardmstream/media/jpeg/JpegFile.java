package io.ardmstream.media.jpeg;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.Remedy;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.jpeg.entropy.EntropyWriter;
import io.ardmstream.media.jpeg.entropy.NotJpegException;
import io.ardmstream.media.jpeg.entropy.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A file with JPEG images in it, taken apart: the coefficients of the images, and what else is
 * needed to write the same bytes again.
 *
 * <p>An image may lie anywhere: behind other bytes, behind another image, or as a thumbnail within
 * a segment of another one. What is left of a file without the entropy-coded data of all images is
 * its <em>rest</em>.
 */
public final class JpegFile {
  /** The most coefficients of all images that a payload may have. */
  public static final long MOST_COEFFICIENTS = 1L << 28;

  /** How many coefficients there may be for each byte of the file: 8 blocks. */
  public static final long MOST_COEFFICIENTS_OF_BYTE = 512;

  private static final int MOST_ATTEMPTS = 32;
  private static final int LEAST_DATA = 16;

  /** A stretch is written whole before what was not kept of it is cut off. */
  private static final int SLACK = 1 << 16;

  private static final int MOST_BYTES = Integer.MAX_VALUE - 64;
  private static final String REMEDY = "Keep the file " + Remedy.AS_OPAQUE_BYTES;

  private final byte[] rest;
  private final List<Placed> images;

  /**
   * An image of the file.
   *
   * @param start where it begins in the rest
   * @param data lengths of its entropy-coded data if a segment of another image has it within, else
   *     empty
   */
  private record Placed(int start, int[] data, CoefficientPlane[] planes, List<ScanNotes> scans) {}

  private JpegFile(byte[] rest, List<Placed> images) {
    this.rest = rest;
    this.images = images;
  }

  /** Whether a file begins as JPEG files do. */
  public static boolean recognises(byte[] file) {
    return JpegImage.beginsAt(file, 0);
  }

  /**
   * Takes a file apart. Whether {@link #rebuild} brings back the same bytes is left to the caller
   * to see.
   *
   * @param file its bytes; not changed, not kept
   * @param mostCoefficients of all images
   * @throws UnsupportedInputException when there is no image that is understood
   */
  public static JpegFile parse(byte[] file, long mostCoefficients) {
    List<JpegImage> images = new ArrayList<>();
    for (FoundImage found : find(file, mostCoefficients)) {
      images.add(JpegImage.read(file, found));
    }
    return taken(file, images);
  }

  /**
   * Looks at the markers of a file only, which takes next to no time.
   *
   * @param mostCoefficients of all images
   * @throws UnsupportedInputException when there is no image that is understood
   */
  static void requireUnderstood(byte[] file, long mostCoefficients) {
    find(file, mostCoefficients);
  }

  private static List<FoundImage> find(byte[] file, long mostCoefficients) {
    List<FoundImage> found = new ArrayList<>();
    NavigableMap<Integer, Integer> data = new TreeMap<>();
    String reason = "no image";
    JpegBudget left = JpegBudget.ofFile(file.length, mostCoefficients);
    int attempts = 0;
    int at = 0;
    while (at < file.length && attempts < MOST_ATTEMPTS) {
      if (JpegImage.beginsAt(file, at) && !isWithin(data, at)) {
        attempts++;
        try {
          FoundImage image = FoundImage.at(file, at, left);
          if (image.dataLength() < LEAST_DATA) {
            throw new NotJpegException("next to no data");
          }
          if (image.isApartFrom(data)) {
            found.add(image);
            image.data().forEach(each -> data.merge(each.start(), each.end(), Math::max));
            left = image.left();
          }
        } catch (NotJpegException refused) {
          reason = attempts == 1 ? refused.getMessage() : reason;
        }
      }
      at++;
    }
    if (found.isEmpty()) {
      throw new UnsupportedInputException(
          "The JPEG is not understood: " + reason, "byte 0", REMEDY);
    }
    return found;
  }

  private static boolean isWithin(NavigableMap<Integer, Integer> data, int at) {
    Map.Entry<Integer, Integer> before = data.floorEntry(at);
    return before != null && at < before.getValue();
  }

  private static JpegFile taken(byte[] file, List<JpegImage> found) {
    List<JpegImage.Data> data = new ArrayList<>();
    found.forEach(image -> data.addAll(image.data()));
    data.sort((a, b) -> Integer.compare(a.start(), b.start()));
    ByteSink rest = new ByteSink();
    int copied = 0;
    for (JpegImage.Data each : data) {
      rest.bytes(file, copied, each.start() - copied);
      copied = each.end();
    }
    rest.bytes(file, copied, file.length - copied);
    List<Placed> images = new ArrayList<>();
    for (JpegImage image : found) {
      int removed = 0;
      for (JpegImage.Data each : data) {
        removed += each.start() < image.start() ? each.length() : 0;
      }
      int[] lengths =
          within(found, image)
              ? image.data().stream().mapToInt(JpegImage.Data::length).toArray()
              : new int[0];
      images.add(new Placed(image.start() - removed, lengths, image.planes(), image.scans()));
    }
    return new JpegFile(rest.toBytes(), images);
  }

  private static boolean within(List<JpegImage> images, JpegImage image) {
    for (JpegImage other : images) {
      int last = other.data().get(other.data().size() - 1).end();
      if (other.start() < image.start() && image.start() < last) {
        return true;
      }
    }
    return false;
  }

  /** The planes of all images, in the order of the file. */
  public List<CoefficientPlane> planes() {
    List<CoefficientPlane> all = new ArrayList<>();
    images.forEach(image -> Collections.addAll(all, image.planes));
    return all;
  }

  /** What is left of the file without the entropy-coded data of its images and common tables. */
  public byte[] rest() {
    return CommonTables.without(rest, CommonTables.find(rest));
  }

  /** Which tables were common, where the images lie, and how their scans are written. */
  public byte[] notes() {
    ByteSink sink = new ByteSink();
    CommonTables.write(sink, CommonTables.find(rest));
    sink.varint(images.size());
    int at = 0;
    for (Placed image : images) {
      sink.varint(image.start - at)
          .varint(image.scans.size() << 1 | (image.data.length > 0 ? 1 : 0));
      for (int length : image.data) {
        sink.varint(length);
      }
      image.scans.forEach(scan -> ScanNotesCode.write(sink, scan));
      at = image.start;
    }
    return sink.toBytes();
  }

  /**
   * The file with all coefficients zero, to be filled into the arrays of {@link #planes}.
   *
   * @param rest as {@link #rest}
   * @param notes as {@link #notes}
   * @param mostCoefficients of all images
   * @throws CorruptDataException when they do not fit each other
   */
  public static JpegFile blank(byte[] rest, byte[] notes, long mostCoefficients) {
    ForeignSource source = new ForeignSource(notes);
    byte[] whole = CommonTables.with(rest, CommonTables.read(source), source);
    int count = source.varint();
    source.require(count <= MOST_ATTEMPTS, "have more images than there can be");
    List<Placed> unshaped = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < count; i++) {
      start += source.varint();
      source.require(start >= 0 && start < whole.length, "have an image beyond their end");
      int head = source.varint();
      source.require(head >>> 1 <= source.remaining(), "end too early");
      int[] data = new int[(head & 1) == 0 ? 0 : head >>> 1];
      Arrays.setAll(data, j -> source.varint());
      List<ScanNotes> scans = new ArrayList<>();
      for (int j = 0; j < head >>> 1; j++) {
        scans.add(ScanNotesCode.read(source));
      }
      unshaped.add(new Placed(start, data, new CoefficientPlane[0], scans));
    }
    source.require(source.remaining() == 0, "are longer than they say");
    return new JpegFile(whole, shaped(whole, unshaped, mostCoefficients, source));
  }

  private static List<Placed> shaped(
      byte[] rest, List<Placed> unshaped, long mostCoefficients, ForeignSource complaint) {
    List<Placed> images = new ArrayList<>();
    Holes holes = new Holes();
    JpegBudget left = JpegBudget.ofPayload(mostCoefficients);
    for (int i = unshaped.size() - 1; i >= 0; i--) {
      Placed image = unshaped.get(i);
      Walked walked = walk(rest, image, holes, left, complaint);
      for (int j = image.data.length - 1; j >= 0; j--) {
        holes.addFirst(walked.positions[j], image.data[j]);
      }
      left = walked.left;
      images.add(0, new Placed(image.start, image.data, walked.planes, image.scans));
    }
    return images;
  }

  /** An image's shape, and where in the rest the data of its scans is missing. */
  private record Walked(
      CoefficientPlane[] planes, int[] positions, List<Scan> scans, JpegBudget left) {}

  private static Walked walk(
      byte[] rest, Placed image, Holes holes, JpegBudget budget, ForeignSource complaint) {
    try {
      SegmentWalk walk = new SegmentWalk(rest, holes, image.start);
      int[] positions = new int[image.scans.size()];
      List<Scan> scans = new ArrayList<>();
      CoefficientPlane[] planes = new CoefficientPlane[0];
      JpegBudget left = budget;
      for (int i = 0; i < positions.length; i++) {
        Scan scan = walk.next();
        complaint.require(scan != null, "have fewer scans than they say");
        left = left.without(scan);
        if (i == 0) {
          JpegImage.requireAtMost(walk, left.coefficients());
          planes = image.planes.length > 0 ? image.planes : JpegImage.blank(walk);
        }
        positions[i] = walk.position();
        scans.add(scan);
        complaint.require(image.scans.get(i).fits(scan), "have notes that do not fit a scan");
      }
      walk.next();
      JpegBudget others = positions.length == 0 ? left : left.without(walk.frame());
      return new Walked(JpegImage.quantised(walk, planes), positions, scans, others);
    } catch (NotJpegException refused) {
      throw complaint.corrupt("hold an image that is not understood");
    }
  }

  /**
   * The bytes of the file.
   *
   * @throws CorruptDataException when side information and coefficients do not fit each other
   */
  public byte[] rebuild() {
    return rebuild(Integer.MAX_VALUE / 2);
  }

  /**
   * The bytes of the file.
   *
   * @param length that it has; one that turns out more than twice as long is given up
   * @throws CorruptDataException when side information and coefficients do not fit each other
   */
  public byte[] rebuild(int length) {
    long most = 2L * length + SLACK;
    ForeignSource complaint = new ForeignSource(rest);
    Holes holes = new Holes();
    List<Insertion> insertions = new ArrayList<>();
    for (int i = images.size() - 1; i >= 0; i--) {
      Placed image = images.get(i);
      Walked walked = walk(rest, image, holes, JpegBudget.ofPayload(Long.MAX_VALUE), complaint);
      for (int j = image.scans.size() - 1; j >= 0; j--) {
        insertions.add(new Insertion(walked.positions[j], image, walked.scans.get(j), j));
        if (image.data.length > 0) {
          holes.addFirst(walked.positions[j], image.data[j]);
        }
      }
    }
    insertions.sort((a, b) -> Integer.compare(a.position, b.position));
    EntropyWriter out = new EntropyWriter(2 * rest.length, (int) Math.min(MOST_BYTES, most));
    int copied = 0;
    for (Insertion each : insertions) {
      out.raw(rest, copied, each.position - copied);
      copied = each.position;
      ScanWriting.write(each.scan, each.image.scans.get(each.index), each.image.planes, out);
    }
    out.raw(rest, copied, rest.length - copied);
    return out.toBytes();
  }

  /** Whether its rest and notes, read again, give these bytes with the same coefficients. */
  public boolean restores(byte[] file) {
    List<CoefficientPlane> own = planes();
    try {
      JpegFile again = blank(rest(), notes(), MOST_COEFFICIENTS);
      List<CoefficientPlane> read = again.planes();
      for (int i = 0; i < own.size(); i++) {
        short[] coefficients = own.get(i).coefficients();
        System.arraycopy(coefficients, 0, read.get(i).coefficients(), 0, coefficients.length);
      }
      return Arrays.equals(again.rebuild(), file);
    } catch (CorruptDataException misunderstood) {
      return false;
    }
  }

  /** A place in the rest where the data of a scan belongs. */
  private record Insertion(int position, Placed image, Scan scan, int index) {}
}
