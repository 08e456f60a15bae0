package io.ardmstream.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.UnsupportedInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawDescriptorTest {
  private static final SampleFormat S16LE = new SampleFormat(16, true, false);
  private static final SampleFormat U8 = new SampleFormat(8, false, false);

  @Test
  void readsAudio() {
    assertThat(RawDescriptor.parse("s16le,2ch,44100"))
        .isEqualTo(new RawDescriptor.Audio(S16LE, 2, 44100));
    assertThat(RawDescriptor.parse("S16LE,1CH")).isEqualTo(new RawDescriptor.Audio(S16LE, 1, 0));
  }

  @Test
  void readsPaddedWords() {
    assertThat(RawDescriptor.parse("s24in32le,2ch")).isEqualTo(RawDescriptor.parse("s32le,2ch"));
    assertThat(RawDescriptor.parse("S16IN32BE,1ch,8000"))
        .isEqualTo(RawDescriptor.parse("s32be,1ch,8000"));
  }

  @Test
  void readsFramesOfCameras() {
    assertThat(RawDescriptor.parse("bggr16,4x2")).isEqualTo(RawDescriptor.parse("BGGR16LE,4x2"));
    assertThat(RawDescriptor.parse("yuy2,4x2")).isEqualTo(RawDescriptor.parse("yuyv,4x2"));
  }

  @Test
  void readsImages() {
    assertThat(RawDescriptor.parse("u8,3x640x480"))
        .isEqualTo(new RawDescriptor.Image(U8, 3, 640, 480, false));
    assertThat(RawDescriptor.parse("u8,640x480,planar"))
        .isEqualTo(new RawDescriptor.Image(U8, 1, 640, 480, false));
    assertThat(RawDescriptor.parse("u8,4x2x1,interleaved"))
        .isEqualTo(new RawDescriptor.Image(U8, 4, 2, 1, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u8,1ch",
        "s16be,8ch,192000",
        "s16le,12ch,1000",
        "u8,255ch",
        "s24le,2ch,48000",
        "s32be,1ch",
        "u24be,6ch",
        "u8,1x1x1",
        "u16be,3x640x480",
        "s8,255x1x1,interleaved",
        "f32le,2ch,44100",
        "f64be,1ch",
        "f32be,3x640x480",
        "i420,640x480",
        "nv12,1x1",
        "p010,1920x1080",
        "yuyv,640x480",
        "rggb8,4000x3000",
        "bggr16le,640x480",
        "grbg12be,640x480"
      })
  void writesWhatItReads(String text) {
    assertThat(RawDescriptor.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "u8",
        "s16,2ch",
        "s16le",
        "s16le,0ch",
        "s16le,256ch",
        "s16le,2ch,0",
        "s16le,2ch,-1",
        "u32le,1ch",
        "f16le,1ch",
        "f32,1ch",
        "s12in32le,1ch",
        "i420,0x5",
        "bggr,4x4",
        "rggb16me,4x4",
        "i42010,4x4",
        "u8le,1ch",
        "s12le,1ch",
        "u8,0x5",
        "u8,5",
        "u8,256x1x1",
        "u8,1x2x3x4",
        "u8,640x480,sideways",
        "u8, 640x480",
        "u8,9999999999x1",
        "s16le,2ch,44100,"
      })
  void refusesEverythingElseWithAnExample(String text) {
    assertThatThrownBy(() -> RawDescriptor.parse(text))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("s16le,2ch,44100");
  }

  @Test
  void saysHowManyChannelsThereMayBe() {
    assertThatThrownBy(() -> RawDescriptor.parse("s16le,256ch"))
        .hasMessageContaining("1 to 255 channels, not 256");
    assertThatThrownBy(() -> RawDescriptor.parse("s16le,0ch"))
        .hasMessageContaining("1 to 255 channels, not 0");
    assertThatThrownBy(() -> RawDescriptor.parse("u8,300x64x48"))
        .hasMessageContaining("1 to 255 channels, not 300");
    assertThat(RawDescriptor.parse("s16le,12ch,500").channels()).isEqualTo(12);
  }
}
