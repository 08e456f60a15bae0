package io.ardmstream.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleLayoutTest {

  @ParameterizedTest
  @CsvSource({
    "1, false, 1, 0, 1",
    "8, false, 1, 0, 255",
    "9, false, 2, 0, 511",
    "16, true, 2, -32768, 32767",
    "24, true, 3, -8388608, 8388607",
    "31, false, 4, 0, 2147483647",
    "32, true, 4, -2147483648, 2147483647"
  })
  void depthAndSignGiveBytesAndRange(int bits, boolean signed, int bytes, int least, int greatest) {
    SampleLayout layout = SampleLayout.audio(10, 2, bits, signed);
    assertThat(layout.bytesPerSample()).isEqualTo(bytes);
    assertThat(layout.rawBytes()).isEqualTo(20L * bytes);
    assertThat(layout.least()).isEqualTo(least);
    assertThat(layout.greatest()).isEqualTo(greatest);
  }

  @Test
  void samplesAreCountedBeyondAnInt() {
    SampleLayout layout = SampleLayout.image(1 << 15, 1 << 15, 4, 16);
    assertThat(layout.samples()).isEqualTo(1L << 32);
    assertThat(layout.rawBytes()).isEqualTo(1L << 33);
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE, 0, 1, 1, 8, false", "IMAGE, 1, 0, 1, 8, false", "IMAGE, 65536, 32768, 1, 8, false",
    "IMAGE, 1, 1, 0, 8, false", "IMAGE, 1, 1, 256, 8, false", "IMAGE, 1, 1, 1, 0, false",
    "IMAGE, 1, 1, 1, 32, false", "IMAGE, 1, 1, 1, 33, true", "AUDIO, -1, 1, 1, 8, false",
    "AUDIO, 1, 2, 1, 8, false", "OPAQUE, 1, 0, 1, 8, false"
  })
  void impossibleShapesDoNotExist(
      Modality kind, int width, int height, int channels, int bits, boolean signed) {
    assertThatThrownBy(() -> new SampleLayout(kind, width, height, channels, bits, signed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mediaHaveTheShapeOfTheirLayout() {
    SampleLayout layout = SampleLayout.image(2, 2, 1, 8);
    assertThatThrownBy(() -> media(FileFormat.PNG, layout, new int[2][4]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> media(FileFormat.PNG, layout, new int[1][3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> media(FileFormat.WAV, layout, new int[1][4]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(media(FileFormat.PNG, layout, new int[1][4]))
        .isEqualTo(media(FileFormat.PNG, layout, new int[1][4]))
        .isNotEqualTo(media(FileFormat.BMP, layout, new int[1][4]));
  }

  private static Media media(FileFormat type, SampleLayout layout, int[][] planes) {
    return new Media(type, layout, planes, new byte[0], Fidelity.BYTES);
  }
}
