package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.OpaqueInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of formats that nothing here makes smaller pass through, and their format is named. */
class KeptFilesTest {
  private static final int LENGTH = 40_000;
  private final Codec codec = Codec.builder().build();

  private static byte[] noise(byte[] head) {
    byte[] file = new byte[LENGTH];
    new Random(7).nextBytes(file);
    System.arraycopy(head, 0, file, 0, head.length);
    return file;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void passes(String name, byte[] file) {
    Encoding.Encoded encoded =
        codec.encode(List.of(new Source(file, MediaOptions.defaults()))).get(0).orThrow();
    assertThat(encoded.statistics().storedAs()).as(name).isEqualTo(FileFormat.OPAQUE);
    assertThat(encoded.statistics().fallbackReasons())
        .as(name)
        .contains(name + " is kept as it is");
    assertThat(encoded.container().length).as(name).isLessThanOrEqualTo(file.length + 64);
    byte[] back = codec.decode(List.of(encoded.container())).get(0).orThrow().bytes();
    assertThat(back).isEqualTo(file);
  }

  static Stream<Arguments> signatures() {
    return Stream.of(
        Arguments.of("MP3", "ID3\3"),
        Arguments.of("Ogg", "OggS\0\2"),
        Arguments.of("WebP", "RIFF....WEBPVP8L"),
        Arguments.of("AVI", "RIFF....AVI LIST"),
        Arguments.of("GIF", "GIF89a"),
        Arguments.of("JPEG XL", "\u00ff\n"),
        Arguments.of("HEIC", "\0\0\0\u0018ftypheic"),
        Arguments.of("AVIF", "\0\0\0\u0018ftypavif"),
        Arguments.of("MP4", "\0\0\0\u0018ftypisom"),
        Arguments.of("M4A (AAC, ALAC)", "\0\0\0\u0018ftypM4A "),
        Arguments.of("QuickTime", "\0\0\0\u0014ftypqt  "),
        Arguments.of("WebM", "\u001aE\u00df\u00a3\u0001\0\0\0\0\0\0\u001fB\u0082\u0084webm"),
        Arguments.of("Matroska", "\u001aE\u00df\u00a3\u0001\0\0\0\0\0\0\u001fB\u0082\u0088"),
        Arguments.of("Netpbm in letters (P2)", "P2\n# grey\n"),
        Arguments.of("Netpbm in letters (P3)", "P3 3 2\n"),
        Arguments.of("PDF", "%PDF-1.7"),
        Arguments.of("zip", "PK\3\4"),
        Arguments.of("gzip", "\u001f\u008b\b"),
        Arguments.of("xz", "\u00fd7zXZ\0"),
        Arguments.of("H.264", "\0\0\0\1g\u00f4\0\n"),
        Arguments.of("H.264", "\0\0\0\1\t\u00f0\0\0\0\1"),
        Arguments.of("H.265", "\0\0\0\1@\1\f\1"),
        Arguments.of("IVF", "DKIF\0\0 \0VP80"),
        Arguments.of("MXF", "\6\u000e+4\2\5\1\1\r\1\2\1"),
        Arguments.of("RealMedia", ".RMF\0\0\0\u0012"),
        Arguments.of("DTS", "\u007f\u00fe\u0080\1"),
        Arguments.of("AMR", "#!AMR\n"),
        Arguments.of("OpenEXR", "v/1\1\2\0\0\0"),
        Arguments.of("DPX", "XPDS"),
        Arguments.of("WavPack", "wvpk"));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void filesWithASignaturePass(String name, String head) {
    passes(name, noise(latin(head)));
  }

  @Test
  void framesWithoutAHeaderOfTheirFilePass() {
    byte[] mp3 = noise(latin("\u00ff\u00fb\u0090\0"));
    System.arraycopy(mp3, 0, mp3, 417, 4);
    passes("MP3", mp3);
    byte[] mp2 = noise(latin("\u00ff\u00fd\u00e0\u00c4"));
    System.arraycopy(mp2, 0, mp2, 1253, 4);
    passes("MP2", mp2);
    byte[] latm = noise(latin("V\u00e1\n"));
    System.arraycopy(latm, 0, latm, 3 + 0x10a, 3);
    passes("AAC", latm);
    byte[] aac = noise(latin("\u00ff\u00f1\u0050\u0080\u0010\u001f\u00fc"));
    System.arraycopy(aac, 0, aac, 128, 7);
    passes("AAC", aac);
    byte[] packets = noise(new byte[0]);
    for (int at = 0; at < packets.length; at += 188) {
      packets[at] = 'G';
    }
    passes("MPEG transport stream", packets);
  }

  @Test
  void bytesThatOnlyBeginLikeThatAreUnknown() {
    byte[] once = noise(latin("\u00ff\u00fb\u0090\0"));
    once[417] = 0;
    byte[] number = noise(latin("\0\0\0\1A"));
    for (byte[] file : List.of(once, number, Arrays.copyOf(once, 4), noise(latin("G...")))) {
      Source source = new Source(file, MediaOptions.defaults());
      assertThatThrownBy(() -> codec.encode(List.of(source)).get(0).orThrow())
          .isInstanceOf(UnsupportedInputException.class)
          .hasMessageContaining("no known media format");
    }
  }

  @Test
  void filesWhoseSamplesAreNotUnderstoodSayWhatTheyHave() {
    String format = "fmt \u0010\0\0\0\7\0\1\0@\u001f\0\0@\u001f\0\0\1\0\u0008\0";
    byte[] wav = noise(latin("RIFF....WAVE" + format + "data\0\1\0\0"));
    assertThat(reasons(wav)).contains("WAV with mu-law samples");
    byte[] tiff =
        noise(
            latin(
                "II*\0\u0008\0\0\0\4\0"
                    + "\0\1\3\0\1\0\0\0\u0010\0\0\0"
                    + "\1\1\3\0\1\0\0\0\u0010\0\0\0"
                    + "\3\1\3\0\1\0\0\0\7\0\0\0"
                    + "\21\1\4\0\1\0\0\0\0\1\0\0\0\0\0\0"));
    assertThat(reasons(tiff)).contains("TIFF with JPEG compression");
  }

  @Test
  void whatIsKeptSaysWhatIsWrongButNoLongerWhatToDo() {
    assertThat(reasons(noise(latin("G...")))).contains("The input is of no known media format");
    assertThat(reasons(noise(latin("G...")))).doesNotContain("--opaque");
  }

  private String reasons(byte[] file) {
    Source source = new Source(file, MediaOptions.defaults().withOpaqueAllowed());
    Encoding.Encoded encoded = codec.encode(List.of(source)).get(0).orThrow();
    assertThat(encoded.statistics().storedAs()).isEqualTo(FileFormat.OPAQUE);
    return String.join("; ", encoded.statistics().fallbackReasons());
  }

  @Test
  void whoeverForbidsItGetsARefusal() {
    MediaOptions none = MediaOptions.defaults().withOpaque(OpaqueInput.NONE);
    Source source = new Source(noise(latin("OggS")), none);
    assertThatThrownBy(() -> codec.encode(List.of(source)).get(0).orThrow())
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("Ogg is kept as it is");
  }
}
