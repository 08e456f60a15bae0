package io.ardmstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodeDecodeTest {
  @TempDir Path temp;

  @Test
  void encodesBesideTheOriginalAndDecodesToItsBytes() throws IOException {
    Path original = SmallMedia.pgm(temp.resolve("a.pgm"), 0);

    assertThat(CliRun.of("encode", original)).isEqualTo(new CliRun(0, "", ""));
    assertThat(original).exists();
    Path encoded = temp.resolve("a.pgm.ardm");
    assertThat(Files.size(encoded)).isLessThan(Files.size(original));

    Path copy = temp.resolve("copy.pgm");
    assertThat(CliRun.of("decode", "-o", copy, encoded)).isEqualTo(new CliRun(0, "", ""));
    assertThat(copy).hasSameBinaryContentAs(original);
  }

  @Test
  void aWavComesBackByteForByteAndAPngSampleForSample() throws IOException {
    Path wav = CliRun.SAMPLES.resolve("audio/spoken-digit-seven.wav");
    Path png = CliRun.SAMPLES.resolve("images/kitten-on-lawn.png");

    assertThat(CliRun.of("encode", "-o", temp, wav, png).exitCode()).isZero();
    Path encodedWav = temp.resolve("spoken-digit-seven.wav.ardm");
    Path encodedPng = temp.resolve("kitten-on-lawn.png.ardm");
    assertThat(CliRun.of("decode", encodedWav, encodedPng).exitCode()).isZero();

    assertThat(temp.resolve("spoken-digit-seven.wav")).hasSameBinaryContentAs(wav);
    assertThat(parse(temp.resolve("kitten-on-lawn.png"))).isEqualTo(parse(png));
  }

  @Test
  void pngComesBackByteForByte() throws IOException {
    Path png = CliRun.SAMPLES.resolve("images/kitten-on-lawn.png");
    Path encoded = temp.resolve("wren.ardm");
    Path copy = temp.resolve("copy.png");

    assertThat(CliRun.of("encode", "-o", encoded, png).exitCode()).isZero();
    assertThat(CliRun.of("decode", "-o", copy, encoded).exitCode()).isZero();

    assertThat(copy).hasSameBinaryContentAs(png);
  }

  @Test
  void rawSamplesNeedTheirShape() throws IOException {
    Path raw = Files.write(temp.resolve("plane.raw"), new byte[640 * 480 * 3]);

    CliRun refused = CliRun.of("encode", raw);
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(CliRun.of("encode", "--raw", "u8,3x640x480", raw).exitCode()).isZero();
    assertThat(CliRun.of("encode", "-f", "--raw", "u8,3x640x481", raw).exitCode()).isEqualTo(3);
    assertThat(CliRun.of("encode", "-f", "--raw", "640 by 480", raw).exitCode()).isEqualTo(2);
  }

  @Test
  void unknownInputIsRefusedUnlessItMayBeOpaque() throws IOException {
    Path text = SmallMedia.text(temp.resolve("text"));

    assertThat(CliRun.of("encode", text))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(3))
        .satisfies(run -> assertThat(run.err()).hasLineCount(1).contains("text:"));
    assertThat(CliRun.of("encode", "--opaque", text).exitCode()).isZero();
    assertThat(CliRun.of("decode", "-f", temp.resolve("text.ardm")).exitCode()).isZero();
    assertThat(text).hasContent("Not a picture, not a sound.");
  }

  @Test
  void oneBadFileDoesNotKeepTheOthersFromBeingEncoded() throws IOException {
    Path good = SmallMedia.pgm(temp.resolve("good.pgm"), 0);
    Path bad = SmallMedia.text(temp.resolve("bad"));
    Path missing = temp.resolve("missing");

    CliRun run = CliRun.of("encode", "--json", missing, bad, good);

    assertThat(run.exitCode()).as("that of the first failure").isEqualTo(6);
    assertThat(run.err()).hasLineCount(2);
    assertThat(run.json().getAsJsonArray("files")).hasSize(3);
    assertThat(temp.resolve("good.pgm.ardm")).exists();
    assertThat(temp.resolve("bad.ardm")).doesNotExist();
  }

  @Test
  void neverOverwritesUnlessForced() throws IOException {
    Path original = SmallMedia.pgm(temp.resolve("a.pgm"), 0);
    Path existing = Files.writeString(temp.resolve("a.pgm.ardm"), "precious");

    CliRun refused = CliRun.of("encode", original);
    assertThat(refused.exitCode()).isEqualTo(6);
    assertThat(refused.err()).contains("a.pgm.ardm exists").contains("-f");
    assertThat(existing).hasContent("precious");

    assertThat(CliRun.of("encode", "-f", original).exitCode()).isZero();
    assertThat(CliRun.of("verify", existing, "--against", original).exitCode()).isZero();
    assertThat(CliRun.of("decode", existing).exitCode()).isEqualTo(6);
  }

  @Test
  void leavesNoUnfinishedFiles() throws IOException {
    CliRun.of("encode", SmallMedia.pgm(temp.resolve("a.pgm"), 0));

    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("a.pgm", "a.pgm.ardm");
    }
  }

  @Test
  void jsonTellsWhatEncodingCost() throws IOException {
    Path original = SmallMedia.pgm(temp.resolve("a.pgm"), 0);

    CliRun run = CliRun.of("encode", "--json", original);

    assertThat(run.file().get("samples").getAsLong()).isEqualTo(32 * 24);
    assertThat(run.file().get("raw_bytes").getAsLong()).isEqualTo(32 * 24);
    assertThat(run.file().get("media").getAsString()).isEqualTo("pnm");
    assertThat(run.file().get("encoded_bytes").getAsLong())
        .isEqualTo(Files.size(Path.of(run.file().get("output").getAsString())));
    assertThat(run.file().get("verification").getAsString()).isEqualTo("passed");
  }

  @Test
  void aMissingFolderIsNamed() throws IOException {
    Path song = Files.writeString(temp.resolve("song.mp3"), "ID3, and no frames");
    Path missing = temp.resolve("missing");

    CliRun run = CliRun.of("encode", "-o", missing.resolve("song.ardm"), song);

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.err()).contains(missing + ": no such file").doesNotContain(".part");
  }

  @Test
  void aFileThatIsKeptAsItIsSaysWhy() throws IOException {
    Path song = Files.writeString(temp.resolve("song.mp3"), "ID3, and no frames");

    CliRun run = CliRun.of("encode", song);
    CliRun json = CliRun.of("encode", "-f", "--json", song);

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("song.mp3", "kept as plain bytes: MP3 is kept as it is");
    assertThat(json.file().get("fallback_reasons").getAsJsonArray().get(0).getAsString())
        .isEqualTo("MP3 is kept as it is");
  }

  @Test
  void wrongUsageIsExitCodeTwo() throws IOException {
    Path a = SmallMedia.pgm(temp.resolve("a.pgm"), 0);
    Path b = SmallMedia.pgm(temp.resolve("b.pgm"), 0);
    Path plain = SmallMedia.text(temp.resolve("plain"));

    assertThat(CliRun.of().exitCode()).isEqualTo(2);
    assertThat(CliRun.of("encode").exitCode()).isEqualTo(2);
    assertThat(CliRun.of("encode", "--nonsense", a).exitCode()).isEqualTo(2);
    assertThat(CliRun.of("encode", "-o", temp.resolve("one"), a, b).exitCode()).isEqualTo(2);
    assertThat(CliRun.of("encode", a, a).exitCode()).isEqualTo(2);
    assertThat(CliRun.of("decode", plain).exitCode()).isEqualTo(2);
  }

  @Test
  void anUnknownModelIsExitCodeFive() throws IOException {
    Path a = SmallMedia.pgm(temp.resolve("a.pgm"), 0);

    CliRun run = CliRun.of("encode", "--model", "nosuch", a);

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).hasLineCount(1).contains("nosuch");
  }

  private static Media parse(Path file) throws IOException {
    return MediaFormats.parse(Files.readAllBytes(file), MediaOptions.defaults());
  }
}
