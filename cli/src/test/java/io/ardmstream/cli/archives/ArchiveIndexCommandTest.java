package io.ardmstream.cli.archives;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.PartBlock;
import io.ardmstream.archive.PartReader;
import io.ardmstream.archive.Sha256;
import io.ardmstream.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an archive holds is asked for in SQL. */
class ArchiveIndexCommandTest {

  @TempDir private Path temp;
  private Path media;
  private Path archive;
  private Path table;

  @BeforeEach
  void archive() throws IOException {
    media = Files.createDirectories(temp.resolve("media"));
    archive = temp.resolve("archive");
    table = temp.resolve("index.parquet");
    for (String sample : List.of("images/kitten-on-lawn.png", "audio/speech-bed.wav")) {
      Path file = CliRun.SAMPLES.resolve(sample);
      Files.copy(file, media.resolve(file.getFileName()));
    }
    Files.writeString(media.resolve("notes ü.txt"), "No picture.");
    CliRun run = CliRun.of("backfill", "--model", "none", media, archive);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  @DisplayName("each file has a row with its name, time, sizes, format, model and checksum")
  void eachFileHasARow() throws Exception {
    Path byModels = temp.resolve("by-models");
    assertThat(CliRun.of("backfill", media, byModels).exitCode()).isZero();

    CliRun run = CliRun.of("archive-index", "--out", table, "--json", byModels);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("files").getAsInt()).isEqualTo(3);
    for (Path file : files()) {
      String row = "FROM '%s' WHERE name = 'media/%s'".formatted(table, file.getFileName());
      byte[] bytes = Files.readAllBytes(file);
      assertThat(query("SELECT file_bytes, sha256, epoch_ms(modified), stream, restores " + row))
          .containsExactly(
              "%d|%s|%d|media|bytes"
                  .formatted(
                      bytes.length,
                      HexFormat.of().formatHex(Sha256.of(bytes)),
                      Files.getLastModifiedTime(file).toMillis()));
    }
    assertThat(query("SELECT format, model FROM '%s' ORDER BY format".formatted(table)))
        .containsExactly("opaque|null", "png|image-fast", "wav|audio-fast");
    assertThat(
            query(
                "SELECT stream, count(*), bool_and(encoded_bytes < raw_bytes),"
                    + " count(model_digest) FROM '%s' WHERE width IS NOT NULL GROUP BY stream"
                        .formatted(table)))
        .containsExactly("media|2|true|2");
  }

  @Test
  @DisplayName("the record of a file is where the table says")
  void itsPlace() throws Exception {
    CliRun.of("archive-index", "--out", table, archive);

    List<String> places =
        query("SELECT part, block_offset, block_bytes, name FROM '%s'".formatted(table));

    assertThat(places).hasSize(3);
    try (Archive opened = Archive.open(archive)) {
      for (String place : places) {
        String[] fields = place.split("\\|");
        try (PartReader part = opened.part(fields[0])) {
          PartBlock block = part.block(Long.parseLong(fields[1]));
          assertThat(block.end() - block.position()).isEqualTo(Long.parseLong(fields[2]));
          assertThat(part.records(block))
              .anySatisfy(record -> assertThat(record.getName()).isEqualTo(fields[3]));
        }
      }
    }
  }

  @Test
  @DisplayName("of the index alone it has names, times, sizes and places, and no more")
  void ofTheIndexAlone() throws Exception {
    CliRun run = CliRun.of("archive-index", "--index-only", "--out", table, archive);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(
            query(
                "SELECT count(name), count(sha256), count(part), count(stream), count(format),"
                    + " sum(file_bytes) FROM '%s'".formatted(table)))
        .containsExactly("3|3|3|0|0|" + bytes());
  }

  @Test
  @DisplayName(
      "an existing table stays unless -f is given, and so does it where there is no archive")
  void existingTablesStay() throws Exception {
    Files.writeString(table, "mine");

    assertThat(CliRun.of("archive-index", "--out", table, archive).exitCode()).isNotZero();
    assertThat(CliRun.of("archive-index", "-f", "--out", table, media).exitCode()).isNotZero();
    assertThat(table).hasContent("mine");

    assertThat(CliRun.of("archive-index", "-f", "--out", table, archive).exitCode()).isZero();
    assertThat(query("SELECT count(*) FROM '%s'".formatted(table))).containsExactly("3");
  }

  @Test
  @DisplayName("a damaged part is named, and the others are in the table")
  void damagedParts() throws Exception {
    assertThat(CliRun.of("backfill", "--stream", "other", more(), archive).exitCode()).isZero();
    Path part;
    try (Stream<Path> parts = Files.walk(archive.resolve("data/stream=other"))) {
      part = parts.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length - 40] ^= 1;
    Files.write(part, bytes);

    CliRun run = CliRun.of("archive-index", "--out", table, archive);

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("stream=other").contains("damaged");
    assertThat(query("SELECT count(*) FROM '%s'".formatted(table))).containsExactly("3");
  }

  private Path more() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("more"));
    return Files.writeString(folder.resolve("file"), "more of it");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(media)) {
      return files.toList();
    }
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static List<String> query(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }
}
