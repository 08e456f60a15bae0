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

/**
 * The door to this package: JPEG files as payloads, and back.
 *
 * <p>A payload begins with a byte that tells the effort; then the lengths of the notes and of the
 * rest, and the notes, as docs/FORMAT-JPEG.md has them. All else is one arithmetic-coded string of
 * bits: the rest, then the planes of all images.
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
    sink.u8(effort.ordinal()).varint(notes.length).varint(rest.length).bytes(notes);
    BinaryEncoder bits = new BinaryEncoder();
    new ByteCoder(rest.length).pass(bits, rest.clone());
    pass(file.planes(), effort, bits);
    return sink.bytes(bits.finish()).toBytes();
  }

  /**
   * The file of a payload.
   *
   * @param mostBytes that its rest may have
   * @param mostCoefficients that its images may have
   * @throws CorruptDataException when the payload is damaged in a way that shows; other damage
   *     gives another file
   */
  public static JpegFile decode(byte[] payload, int mostBytes, long mostCoefficients) {
    ForeignSource source = new ForeignSource(payload);
    int effort = source.u8();
    source.require(effort < EFFORTS.length, "are of a newer form");
    int notes = source.varint();
    int rest = source.varint();
    source.require(rest <= mostBytes, "claim more than the record holds");
    byte[] noted = source.bytes(notes);
    byte[] left = new byte[rest];
    BinaryDecoder bits = new BinaryDecoder(payload, payload.length - source.remaining());
    new ByteCoder(rest).pass(bits, left);
    JpegFile file = JpegFile.blank(left, noted, mostCoefficients);
    pass(file.planes(), EFFORTS[effort], bits);
    return file;
  }

  private static void pass(List<CoefficientPlane> planes, Effort effort, BitCoder port) {
    BitPredictor predictor = Prior.predictor(effort);
    List<CodedPlane> before = new ArrayList<>();
    for (CoefficientPlane plane : planes) {
      if (plane.component() == 0) {
        before.clear();
      }
      CodedPlane coded = CodedPlane.of(plane);
      new PlaneCoder(coded, before, predictor, effort, port).run();
      before.add(coded);
    }
  }
}
