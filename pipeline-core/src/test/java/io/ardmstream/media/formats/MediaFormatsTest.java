package io.ardmstream.media.formats;

import static io.ardmstream.media.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.wav.Wavs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFormatsTest {
  private static final MediaOptions DEFAULTS = MediaOptions.defaults();
  private static final byte[] DAMAGED_PNM = text("P5\n5 4\n255\nshort");

  @ParameterizedTest
  @ValueSource(strings = {"", "R", "RIFF", "P5", "BM", "text", "{\"json\": true}", "P8\n"})
  void refusesUnknownInputWithTheRemedies(String content) {
    assertThatThrownBy(() -> MediaFormats.parse(text(content), DEFAULTS))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("declare the shape of raw samples");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text"})
  void keepsUnknownInputWhenAllowed(String content) {
    Media media = MediaFormats.parse(text(content), DEFAULTS.withOpaqueAllowed());
    assertThat(media.type()).isEqualTo(FileFormat.OPAQUE);
    assertThat(media.layout()).isEqualTo(SampleLayout.opaque(content.length()));
    assertThat(media.reason()).startsWith("The input is ");
    assertThat(MediaFormats.restore(media)).isEqualTo(text(content));
  }

  @Test
  void keepsDamagedInputWhenAllowed() {
    Media media = MediaFormats.parse(DAMAGED_PNM, DEFAULTS.withOpaqueAllowed());
    assertThat(media.reason()).contains("5 bytes of pixels, not 20");
    assertThat(MediaFormats.restore(media)).isEqualTo(DAMAGED_PNM);
  }

  @Test
  void keepsInputOfAnotherThanTheDeclaredShapeWhenAllowed() {
    MediaOptions options = DEFAULTS.withRaw(RawDescriptor.parse("u8,3x3")).withOpaqueAllowed();
    assertThat(MediaFormats.parse(text("four"), options).reason()).contains("has 9 bytes");
  }

  @Test
  void opaqueBytesAreSamplesFrom0To255() {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    Media media = MediaFormats.parse(all, DEFAULTS.withOpaqueAllowed());
    assertThat(media.planes()[0]).startsWith(0, 1).contains(127, 128).endsWith(254, 255);
  }

  @Test
  void limitsHoldEvenWhenOpaqueBytesAreAllowed() {
    MediaOptions short10 = DEFAULTS.withOpaqueAllowed().withLimits(new Limits(10, 100));
    assertThatThrownBy(() -> MediaFormats.parse(new byte[11], short10))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("Input of 11 bytes is longer than the limit of 10");
    MediaOptions few = DEFAULTS.withOpaqueAllowed().withLimits(new Limits(100, 10));
    assertThatThrownBy(() -> MediaFormats.parse(new byte[11], few))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("limit of 10 samples");
  }

  @Test
  void bytesAreAlwaysRestoredFromFormatsThatCan() {
    byte[] wav = Wavs.plain(1, 16, 8000, new byte[4]);
    Media media = MediaFormats.parse(wav, DEFAULTS.withFidelity(Fidelity.BYTES));
    assertThat(media.type()).isEqualTo(FileFormat.WAV);
    assertThat(media.fidelity()).isEqualTo(Fidelity.BYTES);
  }
}
