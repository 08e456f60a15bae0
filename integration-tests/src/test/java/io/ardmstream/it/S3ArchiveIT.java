package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.EntryStream;
import io.ardmstream.archive.PartReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An archive that lies in an object store, written and read by the command line as a process. */
@Timeout(1200)
class S3ArchiveIT {
  private static final String ARCHIVE = "s3://media/archive";
  private static final int FILES = 60;
  private static final int SIDE = 700;

  @TempDir private Path temp;
  private S3Server s3;
  private Path objects;

  @BeforeEach
  void start() throws Exception {
    s3 = S3Server.start(temp.resolve("s3"));
    objects = s3.bucket("media").resolve("archive");
  }

  @AfterEach
  void stop() throws Exception {
    s3.close();
  }

  @Test
  @DisplayName("what the store refuses is told in a line, and is no defect")
  void aBucketThatIsNotThere() throws Exception {
    ArdmProcess run =
        ArdmProcess.run(
            s3.environment(),
            List.of("backfill", photos("photos", 0, 1).toString(), "s3://nobody/archive"));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(6);
    assertThat(run.err().lines().filter(line -> !line.startsWith("WARNING"))).hasSize(1);
    assertThat(run.err()).contains("bucket does not exist");
  }

  @Test
  @DisplayName("files are archived there, found there the next time, verified and restored")
  void filesAreArchivedAndRestored() throws Exception {
    Path photos = photos("photos", 0, 8);
    assertThat(backfill(photos).get("archived").asInt()).isEqualTo(8);
    Map<String, ByteBuffer> before = content(objects);

    JsonNode again = backfill(photos);
    JsonNode compared = backfill("--checksum", photos.toString());

    assertThat(again.get("archived").asInt()).isZero();
    assertThat(again.get("present").asInt()).isEqualTo(8);
    assertThat(compared.get("compared").asInt()).isEqualTo(8);
    assertThat(content(objects)).as("nothing to do, nothing changed").isEqualTo(before);
    assertThat(json("verify", ARCHIVE).get("files").asInt()).isEqualTo(8);
    assertRestored(photos);
    Path one = temp.resolve("one");
    json("restore", "--only", "photos/3.pgm", "--as", "three.pgm", ARCHIVE, one.toString());
    assertThat(content(one)).containsOnlyKeys("three.pgm");
    assertThat(one.resolve("three.pgm")).hasSameBinaryContentAs(photos.resolve("3.pgm"));
    json("archive-index", "--out", "s3://media/index.parquet", ARCHIVE);
    assertThat(sum("file_bytes", s3.bucket("media").resolve("index.parquet")))
        .isEqualTo(8 * Files.size(photos.resolve("3.pgm")));
  }

  @Test
  @DisplayName("killed in the middle and started again, it loses nothing and doubles nothing")
  void killedInTheMiddle() throws Exception {
    Path photos = photos("photos", 0, FILES);
    int kills = 0;
    for (int published = 1; published <= 2; published++) {
      Process process = ArdmProcess.start(s3.environment(), backfillArguments(photos.toString()));
      while (process.isAlive() && parts() < published) {
        LockSupport.parkNanos(2_000_000);
      }
      kills += process.isAlive() ? 1 : 0;
      process.destroyForcibly().waitFor();
    }
    assertThat(kills).as("kills before it had ended").isEqualTo(2);

    JsonNode last = backfill(photos);

    assertThat(last.get("present").asInt()).isBetween(1, FILES - 1);
    assertThat(last.get("archived").asInt() + last.get("present").asInt()).isEqualTo(FILES);
    assertThat(names()).hasSize(FILES).doesNotHaveDuplicates();
    assertThat(records()).as("nothing is stored twice").isEqualTo(FILES);
    assertThat(json("verify", ARCHIVE).get("failed").asInt()).isZero();
    assertRestored(photos);
  }

  @Test
  @DisplayName("two backfills at the same time, of much the same: each name is there once")
  void twoWriters() throws Exception {
    Path shared = photos("shared", 100, FILES / 3);
    Path mine = photos("mine", 200, FILES / 3);
    Path yours = photos("yours", 300, FILES / 3);
    List<Process> writers = new ArrayList<>();
    for (Path own : List.of(mine, yours)) {
      writers.add(
          ArdmProcess.start(
              s3.environment(), backfillArguments(shared.toString(), own.toString())));
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(writer.exitValue()).isZero();
    }

    assertThat(names()).hasSize(FILES).doesNotHaveDuplicates();
    JsonNode verified = json("verify", ARCHIVE);
    assertThat(verified.get("failed").asInt()).isZero();
    assertThat(verified.get("files").asInt()).isEqualTo(FILES);
    assertRestored(shared, mine, yours);
    assertThat(backfill(shared).get("present").asInt()).isEqualTo(FILES / 3);
  }

  @Test
  @DisplayName("what lies in the bucket is an archive on a disk, too, and goes back as one")
  void copiesAreArchives() throws Exception {
    Path photos = photos("photos", 0, 5);
    backfill(photos);
    Path copy = temp.resolve("copy");
    copy(objects, copy);

    json("verify", copy.toString());
    JsonNode local = json("backfill", "--model", "turbo", photos.toString(), copy.toString());
    copy(copy, s3.bucket("media").resolve("again"));
    JsonNode back = json("backfill", "--model", "turbo", photos.toString(), "s3://media/again");

    assertThat(local.get("present").asInt()).isEqualTo(5);
    assertThat(back.get("present").asInt()).isEqualTo(5);
    assertThat(json("verify", "s3://media/again").get("files").asInt()).isEqualTo(5);
  }

  private Path photos(String folder, int first, int count) throws IOException {
    Path photos = Files.createDirectories(temp.resolve(folder));
    for (int i = 0; i < count; i++) {
      Files.write(photos.resolve(i + ".pgm"), Media.noise(SIDE, SIDE, first + i));
    }
    return photos;
  }

  private static List<String> backfillArguments(String... rest) {
    List<String> arguments =
        new ArrayList<>(
            List.of("backfill", "--json", "--model", "turbo", "--publish-seconds", "0"));
    arguments.addAll(List.of(rest));
    arguments.add(ARCHIVE);
    return arguments;
  }

  private JsonNode backfill(Path folder) throws Exception {
    return backfill(folder.toString());
  }

  private JsonNode backfill(String... rest) throws Exception {
    return done(ArdmProcess.run(s3.environment(), backfillArguments(rest)));
  }

  private JsonNode json(String command, String... rest) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command, "--json"));
    arguments.addAll(List.of(rest));
    return done(ArdmProcess.run(s3.environment(), arguments));
  }

  private static JsonNode done(ArdmProcess process) throws IOException {
    assertThat(process.exitCode()).as(process.out() + process.err()).isZero();
    return new ObjectMapper().readTree(process.out());
  }

  private void assertRestored(Path... folders) throws Exception {
    Path restored = Files.createTempDirectory(temp, "restored");
    json("restore", ARCHIVE, restored.toString());
    for (Path folder : folders) {
      assertThat(content(restored.resolve(folder.getFileName()))).isEqualTo(content(folder));
    }
    try (Stream<Path> all = Files.list(restored)) {
      assertThat(all).hasSameSizeAs(folders);
    }
  }

  /** Records of all parts. */
  private long records() throws IOException {
    long records = 0;
    try (Archive archive = Archive.open(objects)) {
      for (String name : archive.parts()) {
        try (PartReader part = archive.part(name)) {
          records += part.count();
        }
      }
    }
    return records;
  }

  /** Names of the index. */
  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (Archive archive = Archive.open(objects);
        EntryStream entries = archive.entries()) {
      for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
        names.add(entry.name());
      }
    }
    return names;
  }

  private long parts() throws IOException {
    if (!Files.exists(objects)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(objects)) {
      return files.filter(file -> file.toString().endsWith(".avro")).count();
    }
  }

  private static long sum(String column, Path table) throws SQLException {
    String sql = "SELECT CAST(sum(%s) AS BIGINT) FROM '%s'".formatted(column, table);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static Map<String, ByteBuffer> content(Path folder) throws IOException {
    Map<String, ByteBuffer> content = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          content.put(
              folder.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        }
      }
    }
    return content;
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Map.Entry<String, ByteBuffer> file : content(from).entrySet()) {
      Path target = to.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue().array());
    }
  }
}
