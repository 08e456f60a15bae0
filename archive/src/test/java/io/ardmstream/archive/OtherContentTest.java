package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.archive.restore.ArchiveVerification;
import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.codec.Codec;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sound in every part, but not the file that was archived, is found out. */
class OtherContentTest {
  private static final byte[] BYTES = "the file that was archived".getBytes(UTF_8);
  private static final byte[] OTHER = "a file of the same length!".getBytes(UTF_8);

  @TempDir Path root;

  @Test
  void aSoundContainerOfOtherBytesIsAFailure() throws IOException {
    try (Codec codec = Codec.builder().build()) {
      EncodedRecord record = SmallRecords.record(codec, "one", 0, OTHER);
      record.setHeaders(List.of(new Header(Archive.CHECKSUM, ByteFields.of(Sha256.of(BYTES)))));
      archive(List.of(record), List.of(SmallRecords.entry("one", 0, BYTES)));

      ReadReport report = verified(codec);

      assertThat(report.failures()).hasSize(1);
      assertThat(report.failures().get(0).message())
          .contains("SHA-256 is not that of the original");
    }
  }

  @Test
  void theFileThatWasArchivedIsIntact() throws IOException {
    try (Codec codec = Codec.builder().build()) {
      archive(
          List.of(SmallRecords.record(codec, "one", 0, BYTES)),
          List.of(SmallRecords.entry("one", 0, BYTES)));

      assertThat(verified(codec).failures()).isEmpty();
    }
  }

  /** It fails alone: each file of its block has one result. */
  @Test
  void aRecordWithoutChecksumIsOneFailure() throws IOException {
    try (Codec codec = Codec.builder().build()) {
      EncodedRecord bare = SmallRecords.record(codec, "two", 0, OTHER);
      bare.setHeaders(List.of());
      archive(
          List.of(SmallRecords.record(codec, "one", 0, BYTES), bare),
          List.of(SmallRecords.entry("one", 0, BYTES), SmallRecords.entry("two", 0, OTHER)));

      ReadReport report = verified(codec);

      assertThat(report.files()).as("intact files").isEqualTo(1);
      assertThat(report.failures()).singleElement().matches(one -> one.name().equals("two"));
    }
  }

  private void archive(List<EncodedRecord> records, List<ArchiveEntry> entries) throws IOException {
    Archive writing = Archive.openToWrite(root.resolve("archive"));
    try (ArchiveWriter writer = new ArchiveWriter(writing.store(), 1 << 20, Duration.ofHours(1))) {
      for (int i = 0; i < records.size(); i++) {
        writer.append(records.get(i), entries.get(i));
      }
      writer.finish();
    } finally {
      writing.close();
    }
  }

  private ReadReport verified(Codec codec) throws IOException {
    try (Archive archive = Archive.open(root.resolve("archive"))) {
      return new ArchiveVerification(archive, codec).run(1, 1, bytes -> {});
    }
  }
}
