package io.ardmstream.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.bmp.BmpFormat;
import io.ardmstream.media.flac.FlacFormat;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.media.jpeg.JpegFormat;
import io.ardmstream.media.pcm.SoundFormat;
import io.ardmstream.media.png.PngFormat;
import io.ardmstream.media.pnm.PnmFormat;
import io.ardmstream.media.wav.WavFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every file format promises, whatever it is given. */
public abstract class MediaFormatContract {
  public static final Limits SMALL = new Limits(1 << 20, 1 << 18);

  private static final int MUTATIONS_A_FILE = 400;

  /** Most defects of a file lie in its first bytes. */
  private static final int[] BEGINNINGS = {64, 300, Integer.MAX_VALUE};

  protected abstract MediaFormat format();

  /** Small valid files by what is special about them. */
  protected abstract Map<String, byte[]> valid();

  /** Valid files whose samples are not understood. */
  protected abstract Map<String, byte[]> keptOpaque();

  /** Files with one defect each, by its name, and a word of the refusal. */
  protected abstract Map<String, Defect> faulty();

  public record Defect(byte[] file, String complaint) {}

  /** How the reason begins for which a file stays opaque. */
  protected String reason() {
    return format().type() + " ";
  }

  /** Whether a format that knows the same beginnings is asked only after this one. */
  protected boolean isAskedLater(MediaFormat other) {
    return false;
  }

  /** Bytes between the lengths that a file is cut to. */
  protected int stride(byte[] file) {
    return 1;
  }

  /** What its files come back with. */
  protected Fidelity fidelity() {
    return Fidelity.BYTES;
  }

  /** The promise of byte fidelity; sample fidelity has to promise something else. */
  protected void assertRestored(byte[] original, byte[] restored) {
    assertThat(restored).isEqualTo(original);
  }

  @TestFactory
  Stream<DynamicTest> restoresWhatItTookApart() {
    return each(
        valid(),
        file -> {
          Media media = format().parse(file, SMALL);
          assertThat(media.type()).isEqualTo(format().type());
          assertThat(media.fidelity()).isEqualTo(fidelity());
          assertThat(media.reason()).isEmpty();
          assertInRange(media);
          assertRestored(file, format().restore(media));
        });
  }

  @TestFactory
  Stream<DynamicTest> keepsWhatItDoesNotUnderstand() {
    return each(
        keptOpaque(),
        file -> {
          assertThat(format().recognises(file)).isTrue();
          Media media = MediaFormats.parse(file, MediaOptions.defaults());
          assertThat(media.type()).isEqualTo(FileFormat.OPAQUE);
          assertThat(media.reason()).startsWith(reason());
          assertThat(MediaFormats.restore(media)).isEqualTo(file);
        });
  }

  @TestFactory
  Stream<DynamicTest> refusesDefectsWithPlaceAndRemedy() {
    return faulty().entrySet().stream()
        .map(
            defect ->
                dynamicTest(
                    defect.getKey(),
                    () ->
                        assertThatThrownBy(() -> format().parse(defect.getValue().file, SMALL))
                            .isInstanceOf(UnsupportedInputException.class)
                            .hasMessageContaining(defect.getValue().complaint)
                            .hasMessageMatching("(?s).+ \\(.+\\)\\. [A-Z].+\\.")));
  }

  @TestFactory
  Stream<DynamicTest> isRecognisedByItsFormatAlone() {
    List<MediaFormat> others =
        Stream.of(
                new WavFormat(),
                new PnmFormat(),
                new PngFormat(),
                new BmpFormat(),
                new FlacFormat(),
                new SoundFormat(),
                new JpegFormat())
            .filter(other -> !other.type().equals(format().type()) && !isAskedLater(other))
            .toList();
    return each(
        valid(),
        file -> {
          assertThat(format().recognises(file)).isTrue();
          assertThat(others).noneMatch(other -> other.recognises(file));
        });
  }

  @TestFactory
  Stream<DynamicTest> survivesTruncation() {
    return each(valid(), this::assertSurvivesTruncation);
  }

  @TestFactory
  Stream<DynamicTest> survivesMutations() {
    return each(valid(), MediaFormatContract::assertSurvivesMutations);
  }

  @TestFactory
  Stream<DynamicTest> noticesDamagedForeignBytes() {
    return each(valid(), file -> assertNoticesDamage(format().parse(file, SMALL)));
  }

  protected final void assertSurvivesTruncation(byte[] file) {
    for (int length = 0; length < file.length; length += stride(file)) {
      assertRefusedOrRestored(Arrays.copyOf(file, length));
    }
  }

  protected static void assertSurvivesMutations(byte[] file) {
    Random random = new Random(file.length);
    for (int i = 0; i < MUTATIONS_A_FILE; i++) {
      assertRefusedOrRestored(mutated(file, random));
    }
  }

  protected static void assertNoticesDamage(Media media) {
    byte[] foreign = media.foreign();
    Random random = new Random(foreign.length);
    for (int i = 0; i < MUTATIONS_A_FILE; i++) {
      assertRestoresOrReportsDamage(withForeign(media, mutated(foreign, random)));
    }
    for (int length = 0; length < foreign.length; length++) {
      assertRestoresOrReportsDamage(withForeign(media, Arrays.copyOf(foreign, length)));
    }
  }

  @Test
  void reportsLayoutsItNeverMakes() {
    for (int channels : new int[] {1, 2, 3, 4, 5, 8, 255}) {
      for (int depth : new int[] {1, 7, 8, 9, 16, 17, 24, 31}) {
        assertSurvives(channels, depth, false);
        assertSurvives(channels, depth, true);
      }
    }
  }

  private void assertSurvives(int channels, int depth, boolean signed) {
    FileFormat type = format().type();
    SampleLayout layout = new SampleLayout(type.kind(), 3, 1, channels, depth, signed);
    int[][] planes = new int[channels][3];
    for (int first = 0; first < 16; first++) {
      byte[] foreign = {(byte) first, 0, 0, 0};
      assertRestoresOrReportsDamage(new Media(type, layout, planes, foreign, fidelity()));
    }
  }

  private static void assertRefusedOrRestored(byte[] file) {
    MediaOptions options = MediaOptions.defaults().withLimits(SMALL);
    try {
      Media media = MediaFormats.parse(file, options);
      byte[] restored = MediaFormats.restore(media);
      if (media.fidelity() == Fidelity.BYTES) {
        assertThat(restored).isEqualTo(file);
      } else {
        assertThat(MediaFormats.parse(restored, options)).isEqualTo(media);
      }
    } catch (UnsupportedInputException refused) {
      assertThat(refused.where()).isNotBlank();
    }
  }

  private static void assertRestoresOrReportsDamage(Media media) {
    try {
      assertThat(MediaFormats.restore(media)).isNotNull();
    } catch (CorruptDataException damage) {
      assertThat(damage.where()).contains("foreign");
    }
  }

  private static void assertInRange(Media media) {
    for (int[] plane : media.planes()) {
      for (int sample : plane) {
        assertThat(sample).isBetween(media.layout().least(), media.layout().greatest());
      }
    }
  }

  private static Media withForeign(Media media, byte[] foreign) {
    return new Media(media.type(), media.layout(), media.planes(), foreign, media.fidelity());
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    for (int i = random.nextInt(3); i >= 0 && changed.length > 0; i--) {
      int reach = BEGINNINGS[random.nextInt(BEGINNINGS.length)];
      int early = Math.min(changed.length, reach);
      changed[random.nextInt(early)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }

  private static Stream<DynamicTest> each(Map<String, byte[]> files, Promise promise) {
    return files.entrySet().stream()
        .map(file -> dynamicTest(file.getKey(), () -> promise.check(file.getValue())));
  }

  private interface Promise {
    void check(byte[] file);
  }
}
