package io.ardmstream.block.coefficient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.jpeg.CoefficientPlane;
import io.ardmstream.media.jpeg.JpegFile;
import io.ardmstream.media.jpeg.Jpegs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** JPEG files that lean on those before them. */
class JpegSequenceTest {
  private static final int MOST = 1 << 20;

  private static List<byte[]> files(List<String> names) {
    return names.stream().map(Jpegs::file).toList();
  }

  private static List<byte[]> payloads(List<byte[]> files) {
    JpegSequence sequence = new JpegSequence();
    return files.stream().map(file -> sequence.encodeNext(JpegFile.parse(file, MOST))).toList();
  }

  private static void requireSurvives(List<byte[]> files) {
    List<byte[]> payloads = payloads(files);
    JpegSequence decoder = new JpegSequence();
    for (int i = 0; i < files.size(); i++) {
      byte[] file = files.get(i);
      assertThat(decoder.decodeNext(payloads.get(i), file.length).rebuild()).isEqualTo(file);
    }
  }

  private static int alone(byte[] file) {
    return JpegPayload.encode(JpegFile.parse(file, MOST), Effort.FULL).length;
  }

  @Test
  void framesOfACameraComeBackAndAreSmallerThanAlone() {
    List<byte[]> frames = files(Jpegs.FRAMES);

    requireSurvives(frames);

    List<byte[]> payloads = payloads(frames);
    for (int i = 1; i < frames.size(); i++) {
      assertThat(payloads.get(i).length).isLessThan(alone(frames.get(i)) * 4 / 5);
    }
  }

  /** Other sizes, components, scans, thumbnails and tables from one file to the next. */
  @Test
  void filesOfAnyKindMayFollowEachOther() {
    requireSurvives(files(Jpegs.UNDERSTOOD));
    List<String> reversed = new ArrayList<>(Jpegs.UNDERSTOOD);
    reversed.addAll(Jpegs.FRAMES);
    reversed.addAll(Jpegs.UNDERSTOOD);
    Collections.reverse(reversed);
    requireSurvives(files(reversed));
  }

  @Test
  void theSameFileAgainIsNextToNothing() {
    for (String name : Jpegs.UNDERSTOOD) {
      byte[] file = Jpegs.file(name);

      List<byte[]> payloads = payloads(List.of(file, file, file));

      assertThat(payloads.get(2).length).as(name).isLessThan(payloads.get(0).length / 4);
      requireSurvives(List.of(file, file, file));
    }
  }

  @Test
  void theCameraIsSeenToMove() {
    Samples before = new PlaneHistory(luma("frame-0")).samples();
    Samples now = new PlaneHistory(luma("frame-1")).samples();
    Vectors vectors = new Vectors(before.width() / Samples.SIDE, before.height() / Samples.SIDE);

    new VectorSearch(now, before, vectors).run();

    int square = vectors.at(6, 4);
    assertThat(vectors.right(square)).isBetween(9, 15);
    assertThat(vectors.down(square)).isBetween(1, 7);
  }

  private static CoefficientPlane luma(String name) {
    return JpegFile.parse(Jpegs.file(name), MOST).planes().get(0);
  }

  @Test
  void damageGivesAnotherFileOrARefusal() {
    List<byte[]> frames = files(Jpegs.FRAMES);
    List<byte[]> payloads = payloads(frames);
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      byte[] damaged = payloads.get(1).clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      byte[] cut = Arrays.copyOf(payloads.get(1), random.nextInt(payloads.get(1).length));
      for (byte[] wrong : List.of(damaged, cut)) {
        JpegSequence decoder = new JpegSequence();
        decoder.decodeNext(payloads.get(0), frames.get(0).length);
        try {
          decoder.decodeNext(wrong, frames.get(1).length).rebuild();
        } catch (CorruptDataException refused) {
          assertThat(refused).hasMessageMatching("(?s).+");
        }
      }
    }
  }

  /** The first file of a sequence cannot have the notes and the rest of one before. */
  @Test
  void whatLeansIsNoBeginning() {
    byte[] second = payloads(files(List.of("frame-0", "frame-0"))).get(1);

    assertThatThrownBy(() -> new JpegSequence().decodeNext(second, MOST))
        .isInstanceOf(CorruptDataException.class);
  }

  @Test
  void nothingLargerIsTakenThanASequenceMayHave() {
    byte[] file = Jpegs.file("frame-0");
    byte[] payload = payloads(List.of(file)).get(0);

    assertThatThrownBy(() -> new JpegSequence().decodeNext(payload, 40))
        .isInstanceOf(CorruptDataException.class);
    assertThat(JpegSequence.mostCoefficients(Integer.MAX_VALUE)).isEqualTo(1 << 23);
  }

  /** Payloads are part of the format: these must never change. */
  @Test
  void payloadsStayTheSame() {
    assertThat(digest(payloads(files(Jpegs.FRAMES)))).isEqualTo(GOLDEN_FRAMES);
    assertThat(digest(payloads(files(Jpegs.UNDERSTOOD)))).isEqualTo(GOLDEN_OTHERS);
  }

  private static String digest(List<byte[]> payloads) {
    StringBuilder text = new StringBuilder();
    for (byte[] payload : payloads) {
      CRC32C checksum = new CRC32C();
      checksum.update(payload);
      text.append("%d %08x ".formatted(payload.length, checksum.getValue()));
    }
    return text.toString().strip();
  }

  /** The test vectors of docs/FORMAT-JPEG.md: the same file three times. */
  @Test
  void theVectorsOfTheSpecificationHold() {
    byte[] file = Jpegs.file("vector");
    List<byte[]> payloads = payloads(List.of(file, file, file));

    assertThat(payloads.stream().map(HexFormat.of()::formatHex)).containsExactlyElementsOf(VECTORS);
  }

  private static final String GOLDEN_FRAMES = "559 8de8f0fc 409 7364a8d6 487 d55ff2f8 447 20dab8e6";

  private static final String GOLDEN_OTHERS =
      "840 0d305fc7 1983 2d76525c 791 2fe4add3 819 48964b37 1172 74ff5dfb 754 67d5730c"
          + " 2363 6a5ceeb3 231 33232205 460 23baf5ba 216 a08632e6 8940 2bf715f5 1756 b2502dc1"
          + " 724 7fb5dd73 1435 5a7cd580";

  private static final List<String> VECTORS =
      List.of(
          "0b3c031998120005010100020055bb673fd52e643d7848a458caaefa0fb73fe840a6cafee0c77324a50178bf2"
              + "adc051b3fadc9c639aeb1b52d4c89c669ca826bba109cd0be153a",
          "00008ce755f24f0866c94e",
          "000090d202022c64682f");
}
