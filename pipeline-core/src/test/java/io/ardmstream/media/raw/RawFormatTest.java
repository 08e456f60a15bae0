package io.ardmstream.media.raw;

import static io.ardmstream.media.Bytes.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Bytes;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.media.wav.Wavs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawFormatTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u8,1ch",
        "s8,8ch,8000",
        "s16le,2ch,44100",
        "s16be,2ch,44100",
        "u16le,3ch",
        "s24le,2ch,96000",
        "s24be,1ch",
        "u24be,1ch",
        "s32le,2ch",
        "s32be,1ch,384000"
      })
  void restoresAudioOfAnyLength(String descriptor) {
    for (int length = 0; length < 60; length++) {
      assertRestored(descriptor, noise(length, length));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "u8,1x1 1",
        "u8,3x5x4 60",
        "u8,3x5x4,interleaved 60",
        "s8,5x4 20",
        "u16le,2x5x4 80",
        "u16be,2x5x4,interleaved 80",
        "s16be,5x4 40",
        "u24le,1x5x4 60",
        "s32be,255x1x1 1020"
      })
  void restoresImagesOfTheDeclaredSize(String descriptor, int length) {
    assertRestored(descriptor, noise(length, length));
  }

  private static void assertRestored(String descriptor, byte[] file) {
    Media media = parse(descriptor, file);
    assertThat(media.fidelity()).isEqualTo(Fidelity.BYTES);
    if (media.type() == FileFormat.RAW_PCM || media.type() == FileFormat.RAW_IMAGE) {
      assertThat(RawForeign.unpack(media).descriptor()).isEqualTo(RawDescriptor.parse(descriptor));
    }
    assertThat(MediaFormats.restore(media)).isEqualTo(file);
  }

  @Test
  void planarAndInterleavedAreReadAsSaid() {
    byte[] file = Bytes.of(1, 2, 3, 4);
    assertThat(parse("u8,2x2x1", file).planes()).isDeepEqualTo(new int[][] {{1, 2}, {3, 4}});
    assertThat(parse("u8,2x2x1,interleaved", file).planes())
        .isDeepEqualTo(new int[][] {{1, 3}, {2, 4}});
  }

  @Test
  void byteOrderAndSignAreReadAsSaid() {
    byte[] file = Bytes.of(0xFF, 0x01);
    assertThat(parse("s16le,1ch", file).planes()[0]).containsExactly(0x01FF);
    assertThat(parse("s16be,1ch", file).planes()[0]).containsExactly(-255);
    assertThat(parse("u16be,1ch", file).planes()[0]).containsExactly(0xFF01);
  }

  @Test
  void aDeclarationWinsOverWhatTheBytesLookLike() {
    byte[] wav = Wavs.plain(1, 16, 8000, noise(8, 1));
    assertThat(parse("u8,1ch", wav).type()).isEqualTo(FileFormat.RAW_PCM);
    assertThat(parse("u8,1ch", wav).layout().width()).isEqualTo(52);
  }

  @Test
  void shapesCostFewBytes() {
    assertThat(parse("u8,3x5x4", noise(60, 1)).foreign()).hasSize(1);
    assertThat(parse("s16le,1ch,44100", noise(60, 1)).foreign()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "u8,3x5x4 | The declared shape has 60 bytes, the input 59",
        "u16le,1x5x6 | The declared shape has 60 bytes, the input 59",
        "u8,1x1000000x1000000 | beyond the limit",
        "u8,255x999999999x999999999 | beyond the limit"
      })
  void refusesAnImageOfAnotherShape(String descriptor, String complaint) {
    assertThatThrownBy(() -> parse(descriptor, new byte[59]))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining(complaint)
        .hasMessageContaining(descriptor);
  }

  @Test
  void refusesMoreSamplesThanAllowed() {
    MediaOptions options =
        MediaOptions.defaults()
            .withRaw(RawDescriptor.parse("u8,1ch"))
            .withLimits(new Limits(100, 10));
    assertThat(MediaFormats.parse(new byte[10], options).layout().width()).isEqualTo(10);
    assertThatThrownBy(() -> MediaFormats.parse(new byte[11], options))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("limit of 10 samples");
  }

  @Test
  void foreignBytesThatDoNotFitAreDamage() {
    SampleLayout twelveBits = SampleLayout.audio(1, 1, 12, true);
    assertDamaged(
        new Media(FileFormat.RAW_PCM, twelveBits, new int[1][1], new byte[2], Fidelity.BYTES));
    Media empty = parse("s16le,1ch,44100", new byte[0]);
    assertDamaged(
        new Media(FileFormat.RAW_PCM, empty.layout(), empty.planes(), new byte[0], Fidelity.BYTES));
  }

  private static void assertDamaged(Media media) {
    assertThatThrownBy(() -> MediaFormats.restore(media)).isInstanceOf(CorruptDataException.class);
  }

  private static Media parse(String descriptor, byte[] file) {
    return MediaFormats.parse(
        file, MediaOptions.defaults().withRaw(RawDescriptor.parse(descriptor)));
  }

  @Test
  void onlyRawMediaHaveADescriptor() {
    Media wav = MediaFormats.parse(Wavs.plain(1, 8, 8000, new byte[2]), MediaOptions.defaults());
    assertThatThrownBy(() -> RawForeign.unpack(wav)).isInstanceOf(IllegalStateException.class);
  }
}
