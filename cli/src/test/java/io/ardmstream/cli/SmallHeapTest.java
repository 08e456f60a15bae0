package io.ardmstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a process with little memory: what does not fit fails, its neighbours do not. */
class SmallHeapTest {
  private static final String HEADER = "P5\n12000 6000\n255\n";

  @TempDir Path temp;

  @Test
  void aContainerThatDoesNotFitIsReportedAndTheOthersAreDecoded() throws Exception {
    Path before = container("before.pgm", pgm("P5\n9 1\n255\n", 9));
    Path huge = container("huge.pgm", pgm(HEADER, 72_000_000));
    Path after = container("after.pgm", pgm("P5\n8 1\n255\n", 8));

    Run decoded = run("decode", before, huge, after);

    assertThat(decoded.output)
        .contains("huge.pgm.ardm: It does not fit into the heap of")
        .doesNotContain("\tat ");
    assertThat(decoded.exitCode).isEqualTo(3);
    assertThat(temp.resolve("before.pgm")).hasSize(20);
    assertThat(temp.resolve("after.pgm")).hasSize(19);
    assertThat(run("verify", before, huge, after).output)
        .contains("huge.pgm.ardm: It does not fit")
        .contains("after.pgm.ardm: It decodes and every checksum holds.");
  }

  @Test
  void aFileThatDoesNotFitIsReportedAndTheOthersAreEncoded() throws Exception {
    Path huge = Files.write(temp.resolve("huge.pgm"), pgm(HEADER, 72_000_000));
    Path small = Files.write(temp.resolve("small.pgm"), pgm("P5\n9 1\n255\n", 9));

    Run encoded = run("encode", "--model", "none", huge, small);

    assertThat(encoded.output)
        .contains("huge.pgm: It does not fit into the heap of")
        .doesNotContain("\tat ");
    assertThat(encoded.exitCode).isEqualTo(3);
    assertThat(temp.resolve("small.pgm.ardm")).exists();
  }

  @Test
  void tinyContainersOfManySamplesNeedNoLargeHeap() throws Exception {
    List<Object> command = new ArrayList<>(List.of("decode"));
    Path flat = container("flat.pgm", pgm("P5\n2000 2000\n255\n", 4_000_000));
    for (int i = 0; i < 40; i++) {
      command.add(Files.copy(flat, temp.resolve(i + ".pgm.ardm")));
    }

    Run decoded = run(command.toArray());

    assertThat(decoded.exitCode).as(decoded.output).isZero();
    assertThat(temp.resolve("39.pgm")).hasSize(4_000_017);
  }

  @Test
  void hundredsOfSmallPicturesNeedNoLargeHeap() throws Exception {
    List<Object> command = new ArrayList<>(List.of("encode", "--model", "none", "-o", temp));
    for (int i = 0; i < 300; i++) {
      byte[] picture = pgm("P5\n200 200\n255\n", 40_000);
      picture[picture.length - 1 - i] = (byte) 1;
      command.add(Files.write(temp.resolve(i + ".pgm"), picture));
    }

    Run encoded = runIn("-Xmx256m", command.toArray());

    assertThat(encoded.exitCode).as(encoded.output).isZero();
    assertThat(temp.resolve("299.pgm.ardm")).exists();
  }

  @Test
  void aFileOfAnArchiveThatDoesNotFitIsReportedAndTheOthersAreRestored() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("files"));
    byte[] noise = new byte[60_000_000];
    new Random(1).nextBytes(noise);
    Files.write(folder.resolve("huge.bin"), noise);
    Files.write(folder.resolve("small.pgm"), pgm("P5\n9 1\n255\n", 9));
    Path archive = temp.resolve("archive");
    assertThat(runIn("-Xmx2g", "backfill", "--model", "none", folder, archive).exitCode).isZero();
    Path restored = temp.resolve("restored");

    for (Object[] command :
        new Object[][] {
          {"verify", archive},
          {"restore", archive, restored},
          {"recompress", "--model", "turbo", archive, temp.resolve("smaller")}
        }) {
      Run run = run(command);
      assertThat(run.output)
          .contains("huge.bin: It does not fit into the heap of")
          .doesNotContain("\tat ")
          .contains("1 failed");
      assertThat(run.exitCode).as(run.output).isEqualTo(3);
    }
    assertThat(restored.resolve("files/small.pgm")).hasSize(20);
  }

  private static byte[] pgm(String header, int pixels) {
    byte[] file = new byte[header.length() + pixels];
    System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, file, 0, header.length());
    return file;
  }

  private Path container(String name, byte[] file) throws IOException {
    try (Codec codec = Codec.builder().verify(false).build()) {
      byte[] container = codec.encode(List.of(Source.of(file))).get(0).orThrow().container();
      return Files.write(temp.resolve(name + ".ardm"), container);
    }
  }

  private record Run(int exitCode, String output) {}

  private static Run run(Object... arguments) throws IOException, InterruptedException {
    return runIn("-Xmx100m", arguments);
  }

  private static Run runIn(String heap, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(heap, "-cp", System.getProperty("java.class.path")));
    command.add(Ardm.class.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
