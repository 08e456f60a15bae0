package io.ardmstream.cli.archives;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.ardmstream.cli.CliRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of what was coded fast becomes a smaller one, without the originals. */
class RecompressCommandTest {
  private static final List<String> NAMES = List.of("one.pgm", "two.pgm", "notes.txt");

  @TempDir Path temp;
  private Path camera;
  private Path fast;
  private Path small;

  @BeforeEach
  void archive() throws IOException {
    camera = Files.createDirectories(temp.resolve("camera"));
    fast = temp.resolve("fast");
    small = temp.resolve("small");
    Files.write(camera.resolve("one.pgm"), picture(1));
    Files.write(camera.resolve("two.pgm"), picture(2));
    Files.writeString(camera.resolve("notes.txt"), "x".repeat(9));
    CliRun run = CliRun.of("backfill", "--model", "turbo", camera, fast);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  /** Tiles that repeat themselves, which the classic coder copies and turbo does not. */
  private static byte[] picture(int seed) {
    byte[] head = "P5\n90 70\n255\n".getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(head, head.length + 90 * 70);
    byte[] tile = new byte[9 * 7];
    new Random(seed).nextBytes(tile);
    for (int i = 0; i < 90 * 70; i++) {
      file[head.length + i] = tile[i / 90 % 7 * 9 + i % 9];
    }
    return file;
  }

  private static JsonObject recompressed(Object... arguments) {
    CliRun run =
        CliRun.of(
            Stream.concat(
                    Stream.of("recompress", "--json", "--model", "none"), Arrays.stream(arguments))
                .toArray());
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    return run.json();
  }

  @Test
  @DisplayName("pictures get smaller, what cannot is taken over, and all come back byte for byte")
  void allComesBackSmaller() throws IOException {
    Files.delete(camera.resolve("one.pgm"));

    JsonObject report = recompressed(fast, small);

    assertThat(report.get("recompressed").getAsInt()).isEqualTo(2);
    assertThat(report.get("kept").getAsInt()).isEqualTo(1);
    assertThat(report.get("encoded_bytes").getAsLong())
        .isLessThan(report.get("encoded_bytes_before").getAsLong());
    Files.write(camera.resolve("one.pgm"), picture(1));
    Path out = temp.resolve("out");
    assertThat(CliRun.of("verify", small).exitCode()).isZero();
    assertThat(CliRun.of("restore", small, out).exitCode()).isZero();
    for (String name : NAMES) {
      assertThat(out.resolve("camera/" + name)).hasSameBinaryContentAs(camera.resolve(name));
    }
  }

  @Test
  @DisplayName("a second run has nothing to do, and a backfill of the originals neither")
  void again() {
    recompressed(fast, small);

    JsonObject again = recompressed(fast, small);

    assertThat(again.get("present").getAsInt()).isEqualTo(3);
    assertThat(again.get("recompressed").getAsInt()).isZero();
    JsonObject backfill = CliRun.of("backfill", "--checksum", "--json", camera, small).json();
    assertThat(backfill.get("compared").getAsInt()).isEqualTo(3);
  }

  @Test
  @DisplayName("each file of a folder that was archived with groups comes back alone")
  void groupsAreDissolved() throws IOException {
    Path leaning = temp.resolve("leaning");
    Path frames = Files.createDirectories(temp.resolve("frames"));
    for (int i = 0; i < 3; i++) {
      Files.write(frames.resolve(i + ".pgm"), picture(1));
    }
    assertThat(CliRun.of("backfill", "--group", "3", frames, leaning).exitCode()).isZero();

    JsonObject report = recompressed(leaning, small);

    assertThat(report.get("recompressed").getAsInt() + report.get("kept").getAsInt()).isEqualTo(3);
    Path out = temp.resolve("out");
    assertThat(
            CliRun.of("restore", "--only", "frames/2.pgm", "--as", "2.pgm", small, out).exitCode())
        .isZero();
    assertThat(out.resolve("2.pgm")).hasSameBinaryContentAs(frames.resolve("2.pgm"));
  }

  @Test
  @DisplayName("a damaged record is a failure by its name, and nothing is published of it")
  void damageIsNotPublished() throws IOException {
    Path part;
    try (Stream<Path> files = Files.walk(fast.resolve("data"))) {
      part = files.filter(file -> file.toString().endsWith(".avro")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length - 100] ^= 1;
    Files.write(part, bytes);

    CliRun run = CliRun.of("recompress", "--json", "--model", "none", fast, small);

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.json().get("recompressed").getAsInt()).isZero();
  }

  @Test
  @DisplayName("an archive is not written into itself")
  void notIntoItself() {
    assertThat(CliRun.of("recompress", fast, fast.resolve("x")).exitCode()).isEqualTo(2);
  }
}
