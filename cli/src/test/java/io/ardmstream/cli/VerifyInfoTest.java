package io.ardmstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import io.ardmstream.codec.Codec;
import io.ardmstream.container.BlockEntry;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyInfoTest {
  @TempDir Path temp;
  private Path original;
  private Path encoded;

  @BeforeEach
  void encode() throws IOException {
    original = SmallMedia.pgm(temp.resolve("a.pgm"), 0);
    CliRun.of("encode", original);
    encoded = temp.resolve("a.pgm.ardm");
  }

  @Test
  void anIntactFileHolds() {
    CliRun run = CliRun.of("verify", encoded);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("a.pgm.ardm: ");
    assertThat(CliRun.of("verify", encoded, "--against", original).exitCode()).isZero();
  }

  @Test
  void anotherOriginalDoesNot() throws IOException {
    Path other = SmallMedia.pgm(temp.resolve("b.pgm"), 1);

    CliRun run = CliRun.of("verify", "--json", encoded, "--against", other);

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.file().get("holds").getAsBoolean()).isFalse();
  }

  @Test
  void aFlippedByteAnywhereIsFound() throws IOException {
    byte[] intact = Files.readAllBytes(encoded);
    for (int i = 0; i < intact.length; i += 5) {
      byte[] damaged = intact.clone();
      damaged[i] ^= 0x55;
      Files.write(encoded, damaged);

      assertThat(CliRun.of("verify", encoded).exitCode()).as("byte %d", i).isIn(3, 4, 5);
    }
  }

  @Test
  void aTruncatedFileIsCorrupt() throws IOException {
    byte[] intact = Files.readAllBytes(encoded);
    Files.write(encoded, Arrays.copyOf(intact, intact.length / 2));

    assertThat(CliRun.of("verify", encoded).exitCode()).isEqualTo(4);
    Path copy = temp.resolve("copy");
    assertThat(CliRun.of("decode", "-o", copy, encoded).exitCode()).isEqualTo(4);
    assertThat(copy).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ppm", "png"})
  void damageInOneBlockCostsThatBlockOnly(String format) throws IOException {
    Path picture = SmallMedia.wide(temp.resolve("wide." + format), format);
    Path damaged = temp.resolve("damaged." + format + ".ardm");
    CliRun.of("encode", "-o", damaged, picture);
    byte[] bytes = Files.readAllBytes(damaged);
    BlockEntry first = Codec.inspect(bytes).blocks().get(0);
    bytes[first.offset() + first.length() / 2] ^= 1;
    Files.write(damaged, bytes);

    CliRun run = CliRun.of("decode", "--salvage", "--json", damaged);

    assertThat(run.exitCode()).isEqualTo(4);
    JsonArray lost = run.file().getAsJsonArray("lost_blocks");
    assertThat(lost).hasSize(1);
    assertThat(lost.get(0).getAsJsonObject().get("block").getAsInt()).isZero();
    int[] restored = plane(temp.resolve("damaged." + format));
    int[] expected = plane(picture);
    int same =
        (int) IntStream.range(0, expected.length).filter(i -> restored[i] == expected[i]).count();
    assertThat(same).isGreaterThan(expected.length / 4).isLessThan(expected.length);
  }

  private static int[] plane(Path file) throws IOException {
    return MediaFormats.parse(Files.readAllBytes(file), MediaOptions.defaults()).planes()[0];
  }

  @Test
  void theModelIsNamedAndWhatItsEncoderDidNotTry() throws IOException {
    Path picture = SmallMedia.wide(temp.resolve("wide.png"), "png");
    CliRun.of("encode", "-f", picture);

    CliRun run = CliRun.of("info", temp.resolve("wide.png.ardm"));

    assertThat(run.out())
        .contains("image-fast version ")
        .contains("bytes beside the samples")
        .contains("not tried   the classic coder");
  }

  @Test
  void aMissingFileIsAnInputError() {
    assertThat(CliRun.of("verify", temp.resolve("none.ardm")).exitCode()).isEqualTo(6);
    assertThat(CliRun.of("info", temp.resolve("none.ardm")).exitCode()).isEqualTo(6);
  }

  @Test
  void infoTellsWhatTheFileHolds() throws IOException {
    CliRun text = CliRun.of("info", encoded);
    assertThat(text.exitCode()).isZero();
    assertThat(text.out()).contains("PNM").contains("32 x 24 pixels").contains("every byte");

    CliRun json = CliRun.of("info", "--json", encoded);
    assertThat(json.file().get("width").getAsInt()).isEqualTo(32);
    assertThat(json.file().get("height").getAsInt()).isEqualTo(24);
    assertThat(json.file().get("fidelity").getAsString()).isEqualTo("bytes");
    assertThat(json.file().get("encoded_bytes").getAsLong()).isEqualTo(Files.size(encoded));
  }

  @Test
  void infoComparesWhatHasNoSamplesWithTheFile() throws IOException {
    Path picture = Path.of("..", "samples", "images", "egg-basket.jpg");
    Path jpeg = temp.resolve("basket.ardm");
    Path plain = Files.write(temp.resolve("notes"), new byte[1000]);
    CliRun.of("encode", "-o", jpeg, picture);
    CliRun.of("encode", "--opaque", plain);

    assertThat(CliRun.of("info", jpeg).out())
        .contains("  holds       JPEG, 136,077 bytes")
        .contains("to the file")
        .doesNotContain("frames");
    assertThat(CliRun.of("info", temp.resolve("notes.ardm")).out())
        .contains("holds       a file as it is, 1,000 bytes");
  }

  @Test
  void infoRefusesWhatIsNoEncodedFile() {
    assertThat(CliRun.of("info", original).exitCode()).isEqualTo(4);
  }
}
