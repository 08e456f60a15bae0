package io.ardmstream.media.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileExtensionsTest {
  @ParameterizedTest
  @CsvSource({
    "RIFF....WAVEfmt, .wav",
    "RF64....WAVEds64, .wav",
    "RIFF....WEBPVP8, .webp",
    "FORM....AIFFCOMM, .aiff",
    "FORM....AIFCFVER, .aiff",
    "fLaC, .flac",
    "caff, .caf",
    ".snd, .au",
    "BM, .bmp",
    "P5 1 1 255, .pgm",
    "P6 1 1 255, .ppm",
    "P7, .pam",
    "GIF89a, .gif",
    "OggS, .ogg",
    "ID3, .mp3",
    "....ftypheic, .heic",
    "....ftypM4A _, .m4a",
    "%PDF-1.7, .pdf",
    "wvpk, .bin",
    "text, .bin",
    "R, .bin",
  })
  void ofText(String begin, String extension) {
    assertThat(FileExtensions.of(begin.getBytes(ISO_8859_1))).isEqualTo(extension);
  }

  @ParameterizedTest
  @CsvSource({
    "89504E470D0A1A0A, .png",
    "FFD8FFE0, .jpg",
    "49492A00, .tif",
    "4D4D002A, .tif",
    "504B0304, .zip",
    "00000000, .bin",
  })
  void ofBytes(String begin, String extension) {
    assertThat(FileExtensions.of(HexFormat.of().parseHex(begin))).isEqualTo(extension);
  }
}
