package io.ardmstream.cli.archives;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.ardmstream.cli.CliRun;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of an archive that lean on each other come back together, alone, and not wrong. */
class ArchiveGroupsTest {
  private static final int FRAMES = 7;

  @TempDir Path temp;
  private Path camera;
  private Path archive;
  private Path out;

  @BeforeEach
  void archive() throws IOException {
    camera = Files.createDirectories(temp.resolve("camera"));
    archive = temp.resolve("archive");
    out = temp.resolve("out");
    for (int time = FRAMES; time > 0; time--) {
      Files.write(camera.resolve(time + ".pgm"), frame(70, 60, time));
    }
    JsonObject report = CliRun.of("backfill", "--group", "4", "--json", camera, archive).json();
    assertThat(report.get("archived").getAsInt()).isEqualTo(FRAMES);
    assertThat(report.get("ratio").getAsDouble()).as("frames lean on each other").isGreaterThan(2);
  }

  private static byte[] frame(int width, int height, int time) {
    byte[] head = "P5\n%d %d\n255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII);
    byte[] frame = Arrays.copyOf(head, head.length + width * height);
    Random texture = new Random(1);
    for (int i = head.length; i < frame.length; i++) {
      frame[i] = (byte) (60 + texture.nextInt(90) + (i == head.length + 50 * time ? 9 : 0));
    }
    return frame;
  }

  @Test
  void allComeBack() throws IOException {
    assertThat(CliRun.of("verify", archive).exitCode()).isZero();
    assertThat(CliRun.of("restore", archive, out).exitCode()).isZero();
    for (int time = 1; time <= FRAMES; time++) {
      String name = time + ".pgm";
      assertThat(out.resolve("camera/" + name)).hasSameBinaryContentAs(camera.resolve(name));
    }
  }

  @Test
  void eachComesBackAlone() throws IOException {
    for (int time = 1; time <= FRAMES; time++) {
      String name = time + ".pgm";
      CliRun run = CliRun.of("restore", "--only", "camera/" + name, "--as", name, archive, out);
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(out.resolve(name)).hasSameBinaryContentAs(camera.resolve(name));
    }
  }

  @Test
  void groupsOfSeveralBlocksAreReadFromTheirBeginning() throws IOException {
    Path large = Files.createDirectories(temp.resolve("large"));
    for (int time = 1; time <= 3; time++) {
      Files.write(large.resolve(time + ".pgm"), frame(320, 280, time));
    }
    assertThat(CliRun.of("backfill", "--group", "3", large, archive).exitCode()).isZero();
    String[] first = line("large/1.pgm");
    String[] last = line("large/3.pgm");
    assertThat(last[6]).isEqualTo(first[5]).isNotEqualTo(last[5]);

    CliRun run = CliRun.of("restore", "--only", "large/3.pgm", "--as", "x", archive, out);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(out.resolve("x")).hasSameBinaryContentAs(large.resolve("3.pgm"));
  }

  /** Frames of an MJPEG camera lean on each other, too: they come back together and alone. */
  @Test
  void jpegFramesComeBackFromTheirGroup() throws IOException {
    Path jpegs = Files.createDirectories(temp.resolve("jpegs"));
    for (int time = 1; time <= 3; time++) {
      Files.write(jpegs.resolve(time + ".jpg"), jpeg(time));
    }
    assertThat(CliRun.of("backfill", "--group", "3", jpegs, archive).exitCode()).isZero();
    assertThat(line("jpegs/3.jpg")[6]).as("a group").isEqualTo(line("jpegs/1.jpg")[5]);

    CliRun run = CliRun.of("restore", "--only", "jpegs/3.jpg", "--as", "x", archive, out);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(out.resolve("x")).hasSameBinaryContentAs(jpegs.resolve("3.jpg"));
    assertThat(CliRun.of("verify", archive).exitCode()).isZero();
  }

  private static byte[] jpeg(int time) throws IOException {
    BufferedImage picture = new BufferedImage(70, 60, BufferedImage.TYPE_BYTE_GRAY);
    byte[] samples = frame(70, 60, time);
    for (int i = 0; i < 70 * 60; i++) {
      picture
          .getRaster()
          .setSample(i % 70, i / 70, 0, samples[samples.length - 70 * 60 + i] & 0xFF);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", file);
    return file.toByteArray();
  }

  /** What the index says of a file. */
  private String[] line(String name) throws IOException {
    return Files.readAllLines(archive.resolve("index/names.tsv")).stream()
        .filter(line -> line.startsWith(name + "\t"))
        .findFirst()
        .orElseThrow()
        .split("\t");
  }

  @Test
  void someAreVerifiedWithoutTheOthers() throws IOException {
    JsonObject report = CliRun.of("verify", "--sample", "30%", "--json", archive).json();
    assertThat(report.get("failed").getAsInt()).isZero();
  }

  @Test
  void theIndexIsRebuiltAsItWas() throws IOException {
    Path index = archive.resolve("index/names.tsv");
    byte[] before = Files.readAllBytes(index);
    Files.delete(index);

    assertThat(CliRun.of("backfill", camera, archive).out()).contains("present already");

    assertThat(index).hasBinaryContent(before);
  }

  @Test
  void damageCostsAtMostWhatLeansOnIt() throws IOException {
    Path part = onlyPart();
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length / 2] ^= 1;
    Files.write(part, bytes);

    CliRun run = CliRun.of("verify", "--json", archive);

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.json().get("failed").getAsInt()).isPositive();
  }

  private Path onlyPart() throws IOException {
    try (Stream<Path> files = Files.walk(archive.resolve("data"))) {
      List<Path> parts = files.filter(Files::isRegularFile).toList();
      assertThat(parts).hasSize(1);
      return parts.get(0);
    }
  }
}
