package io.ardmstream.block.coefficient;

import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BinaryEncoder;
import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.jpeg.CoefficientPlane;
import io.ardmstream.media.jpeg.JpegFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The door to this package: JPEG files as payloads, and back.
 *
 * <p>A payload begins with a byte that tells the effort; then the lengths of the notes and of the
 * rest, and the notes, as docs/FORMAT-JPEG.md has them. All else is arithmetic-coded strings of
 * bits: first the rest and the planes of small images, then each strip of larger ones.
 */
public final class JpegPayload {
  private static final Effort[] EFFORTS = Effort.values();

  private JpegPayload() {}

  /**
   * The payload of a file.
   *
   * @param file taken apart; not changed
   */
  public static byte[] encode(JpegFile file, Effort effort) {
    byte[] notes = file.notes();
    byte[] rest = file.rest();
    ByteSink sink = new ByteSink();
    sink.u8(effort.ordinal()).varint(notes.length).varint(rest.length);
    Strips strips = strips(file, effort);
    List<byte[]> apart =
        strips.apart().parallelStream()
            .map(strip -> encoded(strip.planes(), effort, new BinaryEncoder()))
            .toList();
    if (!effort.hashed()) {
      sink.varint(apart.size());
      apart.forEach(string -> sink.varint(string.length));
    }
    BinaryEncoder bits = new BinaryEncoder();
    RestCoder.pass(bits, rest.clone(), effort);
    sink.bytes(notes).bytes(encoded(strips.together(), effort, bits));
    apart.forEach(sink::bytes);
    return sink.toBytes();
  }

  /** Planes behind what was encoded before, and the end of it. */
  static byte[] encoded(List<CoefficientPlane> planes, Effort effort, BinaryEncoder bits) {
    Function<CoefficientPlane, CodedPlane> begun =
        effort.hashed()
            ? plane -> CodedPlane.of(plane, FileBits.unlimited())
            : CodedPlane::measured;
    pass(planes, effort, bits, begun);
    return bits.finish();
  }

  /**
   * The file of a payload.
   *
   * @param mostBytes of the file
   * @param mostCoefficients that its images may have
   * @throws CorruptDataException when the payload is damaged in a way that shows; other damage
   *     gives another file
   */
  public static JpegFile decode(byte[] payload, int mostBytes, long mostCoefficients) {
    ForeignSource source = new ForeignSource(payload);
    int number = source.u8();
    source.require(number < EFFORTS.length, "are of a newer form");
    Effort effort = EFFORTS[number];
    int notes = source.varint();
    int rest = source.varint();
    source.require(rest <= mostBytes, "claim more than the record holds");
    int[] lengths = effort.hashed() ? new int[0] : lengths(source);
    byte[] noted = source.bytes(notes);
    long apart = 0;
    for (int length : lengths) {
      apart += length;
    }
    source.require(apart <= source.remaining(), "end too early");
    BinaryDecoder bits = new BinaryDecoder(source.bytes((int) (source.remaining() - apart)), 0);
    byte[] left = new byte[rest];
    RestCoder.pass(bits, left, effort);
    JpegFile file = JpegFile.blank(left, noted, mostCoefficients);
    Strips strips = strips(file, effort);
    source.require(strips.apart().size() == lengths.length, "have other strips than they say");
    List<Coded> coded = new ArrayList<>();
    for (int i = 0; i < lengths.length; i++) {
      coded.add(new Coded(strips.apart().get(i), source.bytes(lengths[i])));
    }
    FileBits ofFile = FileBits.of(mostBytes);
    coded.parallelStream().forEach(strip -> strip.decode(effort, ofFile));
    fill(strips.together(), effort, bits, ofFile);
    return file;
  }

  private static int[] lengths(ForeignSource source) {
    int count = source.varint();
    source.require(count <= source.remaining(), "end too early");
    int[] lengths = new int[count];
    for (int i = 0; i < count; i++) {
      lengths[i] = source.varint();
    }
    return lengths;
  }

  private static Strips strips(JpegFile file, Effort effort) {
    return effort.hashed() ? new Strips(file.planes(), List.of()) : Strips.of(file.planes());
  }

  /** Decodes the coefficients of planes that are zero. */
  static void fill(
      List<CoefficientPlane> planes, Effort effort, BinaryDecoder bits, FileBits ofFile) {
    pass(planes, effort, bits, plane -> CodedPlane.of(plane, ofFile));
  }

  private static void pass(
      List<CoefficientPlane> planes,
      Effort effort,
      BitCoder port,
      Function<CoefficientPlane, CodedPlane> begun) {
    List<CodedPlane> those = planes.stream().map(begun).toList();
    if (effort.hashed()) {
      passHashed(those, effort, port);
    } else if (!planes.isEmpty()) {
      passInTables(those, TablePrior.predictor(effort), effort, port);
    }
  }

  private static void passHashed(List<CodedPlane> planes, Effort effort, BitCoder port) {
    BitPredictor predictor = Prior.predictor(effort);
    List<CodedPlane> before = new ArrayList<>();
    for (CodedPlane coded : planes) {
      if (coded.plane().component() == 0) {
        before.clear();
      }
      new PlaneCoder(coded, before, predictor, effort, port).run();
      before.add(coded);
    }
  }

  /** Passes planes of images by a predictor that learns from them. */
  static void passInTables(
      List<CodedPlane> planes, TablePredictor predictor, Effort effort, BitCoder port) {
    List<CodedPlane> before = new ArrayList<>();
    for (CodedPlane coded : planes) {
      if (coded.plane().component() == 0) {
        before.clear();
      }
      new TablePlaneCoder(coded, before, predictor, effort, port).run();
      before.add(coded);
    }
  }

  /** A strip and its string of bits. */
  private record Coded(Strips.Strip strip, byte[] string) {
    void decode(Effort effort, FileBits ofFile) {
      List<CoefficientPlane> planes = strip.planes();
      fill(planes, effort, new BinaryDecoder(string, 0), ofFile);
      strip.put(planes);
    }
  }
}
