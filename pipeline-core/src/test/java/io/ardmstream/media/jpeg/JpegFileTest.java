package io.ardmstream.media.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.jpeg.entropy.Marker;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JpegFileTest {
  private static final long MOST = 1 << 20;

  static Stream<String> understood() {
    return Jpegs.UNDERSTOOD.stream();
  }

  /** Through notes and rest, as a decoder has them, the same bytes come back. */
  private static JpegFile assertRebuilt(byte[] file) {
    JpegFile parsed = JpegFile.parse(file, MOST);
    assertThat(parsed.rebuild()).isEqualTo(file);
    JpegFile again = JpegFile.blank(parsed.rest(), parsed.notes(), MOST);
    assertThat(again.planes()).hasSameSizeAs(parsed.planes());
    for (int i = 0; i < again.planes().size(); i++) {
      CoefficientPlane from = parsed.planes().get(i);
      CoefficientPlane to = again.planes().get(i);
      assertThat(to.quantiser()).isEqualTo(from.quantiser());
      System.arraycopy(from.coefficients(), 0, to.coefficients(), 0, to.coefficients().length);
    }
    assertThat(again.rebuild()).isEqualTo(file);
    return parsed;
  }

  @ParameterizedTest
  @MethodSource("understood")
  void rebuilds(String name) {
    JpegFile parsed = assertRebuilt(Jpegs.file(name));
    assertThat(parsed.notes()).as("unusual choices").hasSizeLessThan(40);
  }

  @Test
  void namesCommonTables() {
    assertThat(JpegFile.parse(Jpegs.file("baseline-420"), MOST).rest()).hasSizeLessThan(100);
  }

  @Test
  void takesThumbnailsApartToo() {
    JpegFile parsed = assertRebuilt(Jpegs.file("thumbnail"));
    assertThat(parsed.planes()).hasSize(6);
  }

  @Test
  void refusesArithmeticCoding() {
    byte[] file = Jpegs.file("arithmetic");
    assertThatThrownBy(() -> JpegFile.parse(file, MOST))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("arithmetic-coded");
  }

  @Test
  void refusesTwelveBits() {
    byte[] file = Jpegs.file("baseline-420");
    file[Jpegs.find(file, Marker.BASELINE, 0) + 4] = 12;
    assertThatThrownBy(() -> JpegFile.parse(file, MOST)).hasMessageContaining("12 bits");
  }

  @Test
  void refusesMoreBlocksThanItsBytesCanHold() {
    byte[] file = Jpegs.file("grey-2x2");
    int frame = Jpegs.find(file, Marker.BASELINE, 0);
    Arrays.fill(file, frame + 5, frame + 9, (byte) 0xFF);
    assertThatThrownBy(() -> JpegFile.parse(file, Long.MAX_VALUE))
        .isInstanceOf(UnsupportedInputException.class);
  }

  @ParameterizedTest
  @MethodSource("understood")
  void rebuildsWhatWasCutShortAnywhere(String name) {
    byte[] file = Jpegs.file(name);
    for (int length = file.length - 1; length > 0; length -= 1 + file.length / 400) {
      assertRefusedOrRebuilt(Arrays.copyOf(file, length));
    }
  }

  @Test
  void understandsTheBeginningOfWhatWasCutShort() {
    byte[] file = Jpegs.file("high-444");
    JpegFile parsed = assertRebuilt(Arrays.copyOf(file, file.length / 2));
    assertThat(parsed.rest()).hasSizeLessThan(200);
  }

  @ParameterizedTest
  @MethodSource("understood")
  void rebuildsWhatWasDamagedAnywhere(String name) {
    byte[] file = Jpegs.file(name);
    Random random = new Random(5);
    int step = 1 + file.length / 700;
    for (int at = 2; at < file.length; at += step) {
      byte[] damaged = file.clone();
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      assertRefusedOrRebuilt(damaged);
    }
  }

  private static void assertRefusedOrRebuilt(byte[] file) {
    JpegFile parsed;
    try {
      parsed = JpegFile.parse(file, MOST);
    } catch (UnsupportedInputException refused) {
      return;
    }
    assertThat(parsed.rebuild()).isEqualTo(file);
  }

  @ParameterizedTest
  @MethodSource("understood")
  void rebuildsWhatIsWrappedInGarbage(String name) {
    byte[] garbage = new byte[1000];
    new Random(1).nextBytes(garbage);
    assertRebuilt(Jpegs.joined(garbage, Jpegs.file(name), garbage));
  }

  @Test
  void takesTheImageBehindAnImageApart() {
    byte[] two = Jpegs.joined(Jpegs.file("cmyk"), Jpegs.file("progressive-420"));
    assertThat(assertRebuilt(two).planes()).hasSize(7);
  }

  @Test
  void understandsFramesOfMotionJpegWithoutHuffmanTables() {
    byte[] file = Jpegs.file("baseline-420");
    for (int i = 0; i < 4; i++) {
      int at = Jpegs.find(file, Marker.HUFFMAN_TABLES, 0);
      file = Jpegs.without(file, at, 2 + (file[at + 2] << 8 | file[at + 3] & 0xFF));
    }
    assertRebuilt(file);
  }

  @Test
  void understandsTheRestBehindARestartMarkerOfAnotherNumber() {
    byte[] file = Jpegs.file("restarts-444");
    file[Jpegs.find(file, Marker.FIRST_RESTART + 2, 0) + 1] = (byte) (Marker.FIRST_RESTART + 5);
    assertThat(assertRebuilt(file).notes()).hasSizeLessThan(40);
  }

  @Test
  void understandsStretchesBehindADamagedOne() {
    byte[] file = Jpegs.file("restarts-444");
    int start = Jpegs.find(file, Marker.FIRST_RESTART, 0) + 2;
    int end = Jpegs.find(file, Marker.FIRST_RESTART + 1, 0);
    Arrays.fill(file, start, end, (byte) 0x55);
    assertThat(assertRebuilt(file).notes()).hasSizeLessThan(60 + end - start);
  }

  @Test
  void rebuildsWithoutAnnouncedRestartMarkers() {
    byte[] file = Jpegs.file("baseline-420");
    int scan = Jpegs.find(file, Marker.START_OF_SCAN, 0);
    byte[] announced = {(byte) 0xFF, (byte) Marker.RESTART_INTERVAL, 0, 4, 0, 2};
    byte[] head = Arrays.copyOf(file, scan);
    byte[] joined = Jpegs.joined(head, announced, Arrays.copyOfRange(file, scan, file.length));
    assertThat(assertRebuilt(joined).notes()).hasSizeLessThan(40);
  }

  @Test
  void rebuildsARestartMarkerBehindTheLastStretch() {
    byte[] file = Jpegs.file("baseline-420");
    byte[] head = Arrays.copyOf(file, file.length - 2);
    byte[] tail = {(byte) 0xFF, (byte) 0xD3, (byte) 0xFF, (byte) 0xD9};
    assertThat(assertRebuilt(Jpegs.joined(head, tail)).notes()).hasSizeLessThan(40);
  }

  @ParameterizedTest
  @MethodSource("understood")
  void rebuildsFillBytesBeforeMarkers(String name) {
    byte[] file = Jpegs.file(name);
    byte[] fill = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
    byte[] before = inserted(file, Jpegs.find(file, Marker.START_OF_SCAN, 0), fill);
    assertThat(assertRebuilt(inserted(before, before.length - 2, fill)).planes()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("understood")
  void rebuildsTablesThatAreDefinedTwiceOrAreEmpty(String name) {
    byte[] file = Jpegs.file(name);
    int at = Jpegs.find(file, Marker.HUFFMAN_TABLES, 0);
    int end = at + 2 + (file[at + 2] << 8 | file[at + 3] & 0xFF);
    byte[] unused = new byte[21];
    System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xC4, 0, 19, 0x13}, 0, unused, 0, 5);
    byte[] none = {(byte) 0xFF, (byte) 0xC4, 0, 2, (byte) 0xFF, (byte) 0xDB, 0, 2};
    byte[] more = Jpegs.joined(Arrays.copyOfRange(file, at, end), unused, none);
    assertRebuilt(inserted(file, end, more));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void rebuildsWithoutEndOfImage(String name) {
    byte[] file = Jpegs.file(name);
    assertRebuilt(Arrays.copyOf(file, file.length - 2));
  }

  @Test
  void refusesAHeightThatFollowsBehindTheScan() {
    byte[] file = Jpegs.file("grey-2x2");
    int frame = Jpegs.find(file, Marker.BASELINE, 0);
    byte[] height = {(byte) 0xFF, (byte) 0xDC, 0, 4, file[frame + 5], file[frame + 6]};
    Arrays.fill(file, frame + 5, frame + 7, (byte) 0);
    assertThatThrownBy(() -> JpegFile.parse(inserted(file, file.length - 2, height), MOST))
        .hasMessageContaining("leaves the size open");
  }

  @Test
  void refusesWhatHasNextToNoData() {
    byte[] file = Jpegs.file("grey-2x2");
    byte[] cut = Arrays.copyOf(file, Jpegs.find(file, Marker.START_OF_SCAN, 0) + 14);
    assertThatThrownBy(() -> JpegFile.parse(cut, MOST)).hasMessageContaining("next to no data");
  }

  private static byte[] inserted(byte[] file, int at, byte[] what) {
    return Jpegs.joined(Arrays.copyOf(file, at), what, Arrays.copyOfRange(file, at, file.length));
  }

  @Test
  void rebuildsOtherPadding() {
    byte[] file = Jpegs.file("restarts-444");
    for (int i = 0; i < 4; i++) {
      int last = Jpegs.find(file, Marker.FIRST_RESTART + i, 0) - 1;
      file[last] &= (byte) 0xFE;
    }
    assertThat(assertRebuilt(file).notes()).hasSizeLessThan(60);
  }

  @Test
  void rebuildsZerosInQuantisers() {
    byte[] file = Jpegs.file("optimised-422");
    file[Jpegs.find(file, Marker.QUANTISERS, 0) + 20] = 0;
    assertRebuilt(file);
  }

  @Test
  void refusesOrTakesAnySideInformation() {
    Random random = new Random(3);
    for (String name : Jpegs.UNDERSTOOD) {
      JpegFile parsed = JpegFile.parse(Jpegs.file(name), MOST);
      byte[] notes = parsed.notes();
      byte[] rest = parsed.rest();
      for (int i = 0; i < 200; i++) {
        byte[] damaged = (i & 1) == 0 ? notes.clone() : rest.clone();
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        try {
          boolean ofNotes = (i & 1) == 0;
          JpegFile.blank(ofNotes ? rest : damaged, ofNotes ? damaged : notes, MOST).rebuild();
        } catch (ArdmException refused) {
          // as it should be
        }
      }
    }
  }

  /** Thirty bytes make a scan of a quarter of a million blocks; thousands of them take hours. */
  @Test
  void scansThatTakeMoreWorkThanTheyAreWorthAreRefused() {
    byte[] file = Jpegs.repeatedScans(4096, 1000, true);
    assertThatThrownBy(() -> JpegFile.parse(file, JpegFile.MOST_COEFFICIENTS))
        .hasMessageContaining("more scans than its bytes can be worth");
    byte[] fewer = Jpegs.repeatedScans(4096, 20, true);
    assertThat(JpegFile.parse(fewer, JpegFile.MOST_COEFFICIENTS).restores(fewer)).isTrue();
  }

  @Test
  void moreScansThanAnyEncoderWritesAreRefusedBeforeTheyAreComparedWithEachOther() {
    byte[] file = Jpegs.repeatedScans(8, 300_000, true);
    assertThatThrownBy(() -> JpegFile.parse(file, MOST))
        .hasMessageContaining("more scans than its bytes can be worth");
  }

  @Test
  void aPayloadOfMoreScansThanThatIsDamaged() {
    byte[] rest = Jpegs.repeatedScans(8, 2000, false);
    byte[] notes = new ByteSink().varint(0).varint(1).varint(0).varint(2 * 2000).toBytes();
    byte[] all = Arrays.copyOf(notes, notes.length + 2000);
    assertThatThrownBy(() -> JpegFile.blank(rest, all, MOST))
        .isInstanceOf(CorruptDataException.class);
    byte[] few = new ByteSink().varint(0).varint(1).varint(0).varint(2 * 1000).toBytes();
    byte[] fewer = Arrays.copyOf(few, few.length + 1000);
    assertThat(JpegFile.blank(rest, fewer, MOST).planes()).hasSize(1);
  }
}
