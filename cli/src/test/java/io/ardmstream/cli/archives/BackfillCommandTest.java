package io.ardmstream.cli.archives;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.ardmstream.cli.Ardm;
import io.ardmstream.cli.CliRun;
import io.ardmstream.cli.SmallMedia;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BackfillCommandTest {
  private static final Pattern FILES_ARCHIVED = Pattern.compile("(\\d+) files archived");

  /** Many batches, so that there is work left after the first part is published. */
  private static final int FILES = 120;

  private static final int NOISE_BYTES = 1 << 20;

  @TempDir Path temp;

  @Test
  void anArchiveGivesBackWhatWasPutIn() throws IOException {
    Path photos = photos(12);
    Path archive = temp.resolve("archive");
    Path out = temp.resolve("out");

    JsonObject report = CliRun.of("backfill", "--json", photos, archive).json();
    assertThat(report.get("archived").getAsInt()).isEqualTo(12);
    assertThat(report.get("failed").getAsInt()).isZero();
    assertThat(report.get("ratio").getAsDouble()).isGreaterThan(1);
    assertThat(CliRun.of("backfill", photos, archive).out()).contains("12 present already");
    assertThat(CliRun.of("verify", archive).exitCode()).isZero();
    assertThat(CliRun.of("verify", "--sample", "50%", "--json", archive).json().has("files"))
        .isTrue();
    assertThat(CliRun.of("restore", archive, out).exitCode()).isZero();
    assertThat(out.resolve("photos/7.pgm")).hasSameBinaryContentAs(photos.resolve("7.pgm"));
  }

  @Test
  void oneFileComesBackAlone() throws IOException {
    Path archive = temp.resolve("archive");
    CliRun.of("backfill", photos(5), archive);
    Path out = temp.resolve("out");

    assertThat(CliRun.of("restore", "--only", "photos/3.pgm", "--as", "x", archive, out).exitCode())
        .isZero();
    assertThat(out.resolve("x")).hasSameBinaryContentAs(temp.resolve("photos/3.pgm"));
    assertThat(out.resolve("photos")).doesNotExist();
    assertThat(CliRun.of("restore", "--only", "none", archive, out).exitCode()).isEqualTo(6);
  }

  @Test
  void aDamagedMemberIsAFailureByItsName() throws IOException {
    Path zip = temp.resolve("x.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a"));
      out.putNextEntry(new ZipEntry("b"));
      out.write(new byte[100]);
    }
    byte[] bytes = Files.readAllBytes(zip);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.lastIndexOf("PK\1\2") + 16] ^= 1;
    Files.write(zip, bytes);

    CliRun run = CliRun.of("backfill", "--checksum", "--json", zip, temp.resolve("archive"));

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.json().get("archived").getAsInt()).isOne();
    assertThat(run.json().get("left_out").getAsInt()).isZero();
    assertThat(run.json().get("compared").getAsInt()).isZero();
    JsonObject failure = run.json().getAsJsonArray("failures").get(0).getAsJsonObject();
    assertThat(failure.get("file").getAsString()).isEqualTo("x/b");
    assertThat(failure.get("error").getAsString()).contains("CRC-32");
  }

  @Test
  void wrongUsageIsSaidSo() throws IOException {
    Path photos = photos(1);
    assertThat(CliRun.of("backfill", photos, photos.resolve("archive")).exitCode()).isEqualTo(2);
    assertThat(CliRun.of("backfill", photos).exitCode()).isEqualTo(2);
    assertThat(CliRun.of("backfill", temp.resolve("none"), temp.resolve("a")).exitCode())
        .isEqualTo(6);
    assertThat(CliRun.of("verify", "--sample", "0%", photos).exitCode()).isEqualTo(2);
    assertThat(CliRun.of("verify", photos).exitCode()).isEqualTo(6);
  }

  @Test
  @Timeout(300)
  void aRunThatWasKilledIsContinued() throws Exception {
    Path photos = noise(FILES);
    Path archive = temp.resolve("archive");
    kill(photos, archive);

    JsonObject report = CliRun.of("backfill", "--json", "--model", "none", photos, archive).json();

    assertThat(report.get("present").getAsInt()).isBetween(1, FILES - 1);
    assertThat(report.get("present").getAsInt() + report.get("archived").getAsInt())
        .isEqualTo(FILES);
    assertThat(report.get("failed").getAsInt()).isZero();
    JsonObject verified = CliRun.of("verify", "--json", archive).json();
    assertThat(verified.get("files").getAsInt()).isEqualTo(FILES);
    assertThat(verified.get("failed").getAsInt()).isZero();
    List<String> files = filesBelow(archive);
    assertThat(files).noneMatch(file -> file.endsWith(".unfinished"));
    assertThat(CliRun.of("backfill", photos, archive).out()).startsWith("0 files archived");
    assertThat(filesBelow(archive)).isEqualTo(files);
  }

  @Test
  @Timeout(300)
  void aRunThatIsToldToEndKeepsWhatIsFinishedAndSaysSo() throws Exception {
    Path photos = noise(FILES);
    Path archive = temp.resolve("archive");
    Path said = temp.resolve("said");
    Process run = start(photos, archive, "3600", Redirect.to(said.toFile()));
    while (run.isAlive() && filesBelow(archive).stream().noneMatch(BackfillCommandTest::isBegun)) {
      Thread.sleep(1);
    }
    run.destroy();

    assertThat(run.waitFor()).as("ended by SIGTERM").isEqualTo(143);
    String report = Files.readString(said);
    assertThat(report).contains("files archived", "Run again to continue");
    Matcher count = FILES_ARCHIVED.matcher(report);
    assertThat(count.find()).as(report).isTrue();
    int archived = Integer.parseInt(count.group(1));
    assertThat(archived).isBetween(1, FILES - 1);
    JsonObject verified = CliRun.of("verify", "--json", archive).json();
    assertThat(verified.get("files").getAsInt()).isEqualTo(archived);
    assertThat(verified.get("failed").getAsInt()).isZero();
  }

  private static boolean isBegun(String file) {
    return file.endsWith(".unfinished") && Path.of(file).toFile().length() > NOISE_BYTES;
  }

  /** Kills a run, without any chance to clean up, once something of it is published. */
  private void kill(Path photos, Path archive) throws Exception {
    Process run = start(photos, archive, "0", Redirect.INHERIT);
    while (run.isAlive() && filesBelow(archive).stream().noneMatch(BackfillCommandTest::isPart)) {
      Thread.sleep(1);
    }
    run.destroyForcibly();
    assertThat(run.waitFor()).as("killed by SIGKILL").isEqualTo(137);
  }

  private static Process start(Path photos, Path archive, String publishSeconds, Redirect out)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Ardm.class.getName(), "backfill"));
    command.addAll(List.of("--publish-seconds", publishSeconds, "--model", "none"));
    command.addAll(List.of(photos.toString(), archive.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out).start();
  }

  private static boolean isPart(String file) {
    return file.endsWith(".avro");
  }

  private static List<String> filesBelow(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    } catch (UncheckedIOException renamedMeanwhile) {
      return List.of();
    }
  }

  private Path photos(int count) throws IOException {
    Path photos = Files.createDirectories(temp.resolve("photos"));
    for (int i = 0; i < count; i++) {
      SmallMedia.pgm(photos.resolve(i + ".pgm"), i);
    }
    return photos;
  }

  private Path noise(int count) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("noise"));
    Random random = new Random(1);
    byte[] bytes = new byte[NOISE_BYTES];
    for (int i = 0; i < count; i++) {
      random.nextBytes(bytes);
      Files.write(folder.resolve(i + ".bin"), bytes);
    }
    return folder;
  }
}
