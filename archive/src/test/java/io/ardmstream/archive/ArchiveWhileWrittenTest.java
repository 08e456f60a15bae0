package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.archive.restore.ArchiveVerification;
import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.codec.Codec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever reads an archive while it is written reads what it was when it was opened. */
class ArchiveWhileWrittenTest {

  private static final int ROUNDS = 40;

  @TempDir Path temp;
  private final Codec codec = Codec.builder().build();
  private Path root;
  private Archive writing;
  private int written;

  @BeforeEach
  void begin() throws IOException {
    root = temp.resolve("archive");
    writing = Archive.openToWrite(root);
    publish();
  }

  @AfterEach
  void end() throws IOException {
    writing.close();
    codec.close();
  }

  @Test
  void whatIsPublishedMeanwhileIsNoFinding() throws IOException {
    try (Archive archive = Archive.open(root)) {
      publish();
      assertIntact(archive, 1);
    }
  }

  @Test
  @DisplayName("an index that was merged away is read all the same")
  void aMergeTakesNothingAway() throws IOException {
    publish();
    try (Archive archive = Archive.open(root)) {
      Archive.mergeIndex(root);
      assertIntact(archive, 2);
      assertThat(archive.find("files/1")).isPresent();
    }
  }

  @Test
  void manyReadersAndAWriterDoNotMeet() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> writer = thread.submit(this::publishAndMerge);
      do {
        try (Archive archive = Archive.open(root)) {
          ReadReport report = verified(archive);
          assertThat(report.failures()).isEmpty();
          assertThat(report.files()).isPositive();
        }
      } while (!writer.isDone());
      writer.get();
    } finally {
      thread.shutdown();
    }
  }

  private Void publishAndMerge() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      publish();
      if (round % 2 == 0) {
        Archive.mergeIndex(root);
      }
    }
    return null;
  }

  /** One more file, in a part of its own. */
  private void publish() throws IOException {
    String name = "files/" + written++;
    byte[] bytes = name.repeat(20).getBytes(UTF_8);
    try (ArchiveWriter writer =
        new ArchiveWriter(new FolderStore(root), 1 << 20, Duration.ofHours(1))) {
      writer.append(SmallRecords.record(codec, name, 0, bytes), SmallRecords.entry(name, 0, bytes));
      writer.finish();
    }
  }

  private void assertIntact(Archive archive, int files) throws IOException {
    ReadReport report = verified(archive);
    assertThat(report.failures()).isEmpty();
    assertThat(report.files()).isEqualTo(files);
  }

  private ReadReport verified(Archive archive) throws IOException {
    return new ArchiveVerification(archive, codec).run(1, 1, bytes -> {});
  }
}
