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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * JPEG files that follow each other, frames of a camera for example: each is coded after those
 * before it, from their coefficients and with what the coder has learnt from them.
 *
 * <p>A payload begins with the lengths of the notes and of the rest, 0 for what is as in the file
 * before, and the notes; all else is one string of bits. docs/FORMAT-JPEG.md has the details. After
 * an exception a sequence is of no use any more.
 */
public final class JpegSequence {
  /** The most coefficients of a file; larger ones are coded in strips, alone. */
  private static final int MOST_COEFFICIENTS = 1 << 23;

  private static final int HALF = 1 << 15;

  private final TablePredictor predictor;
  private byte[] notes = {};
  private byte[] rest = {};
  private List<PlaneHistory> histories = List.of();

  /** A sequence without files. */
  public JpegSequence() {
    this(TablePrior.ofSequences());
  }

  JpegSequence(TablePredictor predictor) {
    this.predictor = predictor;
  }

  /** The most coefficients that a file of so many bytes may have. */
  public static int mostCoefficients(int bytes) {
    return (int) Math.min(MOST_COEFFICIENTS, JpegFile.MOST_COEFFICIENTS_OF_BYTE * bytes);
  }

  /** Whether no file was coded yet. */
  public boolean isEmpty() {
    return rest.length == 0;
  }

  /**
   * The payload of the next file.
   *
   * @param file taken apart; not changed
   */
  public byte[] encodeNext(JpegFile file) {
    byte[] itsNotes = file.notes();
    byte[] itsRest = file.rest();
    boolean sameNotes = Arrays.equals(itsNotes, notes);
    boolean sameRest = Arrays.equals(itsRest, rest);
    ByteSink sink = new ByteSink();
    sink.varint(sameNotes ? 0 : itsNotes.length).varint(sameRest ? 0 : itsRest.length);
    sink.bytes(sameNotes ? new byte[0] : itsNotes);
    BinaryEncoder bits = new BinaryEncoder();
    if (!sameRest) {
      RestCoder.pass(bits, itsRest.clone(), rest);
    }
    notes = itsNotes;
    rest = itsRest;
    pass(file.planes().stream().map(CodedPlane::measured).toList(), bits, true);
    return sink.bytes(bits.finish()).toBytes();
  }

  /**
   * The next file.
   *
   * @param mostBytes of the file
   * @throws CorruptDataException when the payload is damaged in a way that shows; other damage
   *     gives another file
   */
  public JpegFile decodeNext(byte[] payload, int mostBytes) {
    ForeignSource source = new ForeignSource(payload);
    int notesLength = source.varint();
    int restLength = source.varint();
    source.require(restLength <= mostBytes, "claim more than the record holds");
    if (notesLength > 0) {
      notes = source.bytes(notesLength);
    }
    BinaryDecoder bits = new BinaryDecoder(source.bytes(source.remaining()), 0);
    if (restLength > 0) {
      byte[] passed = new byte[restLength];
      RestCoder.pass(bits, passed, rest);
      rest = passed;
    }
    JpegFile file = JpegFile.blank(rest, notes, mostCoefficients(mostBytes));
    FileBits ofFile = FileBits.of(mostBytes);
    pass(file.planes().stream().map(plane -> CodedPlane.of(plane, ofFile)).toList(), bits, false);
    return file;
  }

  /** Passes the planes of all images. */
  void pass(List<CodedPlane> planes, BitCoder port, boolean search) {
    boolean leans = planes.size() == histories.size();
    for (int i = 0; leans && i < planes.size(); i++) {
      leans = histories.get(i).suits(planes.get(i).plane());
    }
    if (!leans) {
      histories = List.of();
    }
    int from = 0;
    for (int to = 1; to <= planes.size(); to++) {
      if (to == planes.size() || planes.get(to).plane().component() == 0) {
        List<CodedPlane> image = planes.subList(from, to);
        List<PlaneHistory> before = leans ? histories.subList(from, to) : List.of();
        if (leans) {
          passVectors(image.get(0).plane(), before, port, search);
        }
        passImage(image, before, port);
        from = to;
      }
    }
    if (!leans) {
      histories = planes.stream().map(coded -> new PlaneHistory(coded.plane())).toList();
    }
  }

  private static void passVectors(
      CoefficientPlane first, List<PlaneHistory> before, BitCoder port, boolean search) {
    Vectors vectors = new Vectors(first.blocksWide(), first.blocksHigh());
    PlaneHistory own = before.get(0);
    if (search) {
      Samples now = new PlaneHistory(first).samples();
      new VectorSearch(now, own.samples(), vectors).run();
    }
    if (port.pass(vectors.moveAtAll() ? 1 : 0, HALF) == 1) {
      vectors.pass(port);
      before.forEach(history -> history.move(vectors, own));
    }
  }

  private void passImage(List<CodedPlane> image, List<PlaneHistory> before, BitCoder port) {
    List<CodedPlane> passed = new ArrayList<>();
    for (int i = 0; i < image.size(); i++) {
      CodedPlane coded = image.get(i);
      Optional<FormerPlane> former =
          before.isEmpty() ? Optional.empty() : Optional.of(before.get(i).of(coded.plane()));
      new TablePlaneCoder(coded, passed, predictor, former, port).run();
      passed.add(coded);
    }
    for (int i = 0; i < before.size(); i++) {
      before.get(i).learn(image.get(i).plane());
    }
  }
}
