package io.ardmstream.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import io.ardmstream.cli.CliRun;
import io.ardmstream.cli.SmallMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  @TempDir Path temp;

  @Test
  void measuresEveryMediaFileAndSkipsTheRest() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("a/b"));
    SmallMedia.pgm(folder.resolve("one.pgm"), 0);
    SmallMedia.pgm(temp.resolve("two.pgm"), 40);
    Files.copy(CliRun.SAMPLES.resolve("audio/spoken-digit-seven.wav"), temp.resolve("three.wav"));
    SmallMedia.text(temp.resolve("readme.txt"));
    SmallMedia.text(temp.resolve(".hidden"));

    CliRun run = CliRun.of("bench", "--json", temp);

    assertThat(run.exitCode()).isZero();
    JsonObject json = run.json();
    assertThat(json.get("files").getAsInt()).isEqualTo(3);
    assertThat(json.get("mismatches").getAsInt()).isZero();
    assertThat(json.getAsJsonArray("rows")).hasSize(3);
    assertThat(json.getAsJsonArray("skipped")).hasSize(1);
    long wavSamples = Files.size(temp.resolve("three.wav")) - 44;
    assertThat(json.get("raw_bytes").getAsLong()).isEqualTo(2 * 32 * 24 + wavSamples);
    assertThat(json.get("samples").getAsLong()).isEqualTo(2 * 32 * 24 + wavSamples / 2);
    assertThat(json.get("file_bytes").getAsLong()).isGreaterThan(json.get("raw_bytes").getAsLong());
  }

  @Test
  void filesThatAreKeptAsPlainBytesCountAndAreNamed() throws IOException {
    SmallMedia.pgm(temp.resolve("one.pgm"), 0);
    byte[] picture = Files.readAllBytes(CliRun.SAMPLES.resolve("frames/beads-00.png"));
    Files.write(temp.resolve("cut.png"), Arrays.copyOf(picture, picture.length / 2));

    JsonObject json = CliRun.of("bench", "--json", temp).json();

    assertThat(json.get("files").getAsInt()).isEqualTo(2);
    assertThat(json.get("mismatches").getAsInt()).isZero();
    assertThat(json.getAsJsonArray("skipped")).isEmpty();
    JsonObject kept = json.getAsJsonArray("kept").get(0).getAsJsonObject();
    assertThat(kept.get("file").getAsString()).endsWith("cut.png");
    assertThat(kept.get("reason").getAsString()).contains("PNG");
  }

  @Test
  void samplesWithoutAHeaderAreMeasuredByTheirShape() throws IOException {
    Random random = new Random(1);
    for (int frame = 0; frame < 2; frame++) {
      byte[] samples = new byte[32 * 24 * 3 / 2];
      random.nextBytes(samples);
      Files.write(temp.resolve(frame + ".yuv"), samples);
    }

    JsonObject json = CliRun.of("bench", "--json", "--raw", "i420,32x24", temp).json();

    assertThat(json.get("files").getAsInt()).isEqualTo(2);
    assertThat(json.get("mismatches").getAsInt()).isZero();
    assertThat(CliRun.of("bench", "--stream", "--raw", "i420,32x24", temp).exitCode()).isEqualTo(2);
  }

  @Test
  void ratesAreOfSums() throws IOException {
    SmallMedia.pgm(temp.resolve("one.pgm"), 0);
    SmallMedia.pgm(temp.resolve("two.pgm"), 40);

    JsonObject json = CliRun.of("bench", "--json", temp).json();

    double encoded = json.get("encoded_bytes").getAsLong();
    assertThat(json.get("ratio").getAsDouble())
        .isEqualTo(json.get("raw_bytes").getAsLong() / encoded);
    assertThat(json.get("file_ratio").getAsDouble())
        .isEqualTo(json.get("file_bytes").getAsLong() / encoded);
    assertThat(json.get("bits_per_dimension").getAsDouble())
        .isEqualTo(8 * encoded / json.get("samples").getAsLong());
    assertThat(json.get("encode_bytes_per_second").getAsDouble()).isPositive();
    assertThat(json.get("decode_bytes_per_second").getAsDouble()).isPositive();
    assertThat(json.get("encode_seconds").getAsDouble()).isPositive();
    assertThat(json.get("decode_seconds").getAsDouble()).isPositive();
  }

  @Test
  void aTableForPeopleEndsWithTheComparison() throws IOException {
    SmallMedia.pgm(temp.resolve("one.pgm"), 0);

    CliRun run = CliRun.of("bench", "--model", "none", temp);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("one.pgm").contains("model none").endsWith("1 of 1 identical\n");
  }

  @Test
  void stagesTellWhereTheTimeWent() throws IOException {
    SmallMedia.pgm(temp.resolve("one.pgm"), 0);

    JsonObject stages =
        CliRun.of("bench", "--json", "--stages", temp).json().getAsJsonObject("stages");

    for (String way : List.of("encode", "decode")) {
      JsonObject shares = stages.getAsJsonObject(way);
      assertThat(shares.get("network").getAsDouble()).isPositive();
      double sum =
          shares.entrySet().stream().mapToDouble(one -> one.getValue().getAsDouble()).sum();
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void nothingToMeasureIsBadInput() throws IOException {
    SmallMedia.text(temp.resolve("readme.txt"));

    assertThat(CliRun.of("bench", temp).exitCode()).isEqualTo(3);
    assertThat(CliRun.of("bench", temp.resolve("none")).exitCode()).isEqualTo(6);
  }
}
