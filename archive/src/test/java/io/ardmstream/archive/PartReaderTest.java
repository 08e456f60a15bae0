package io.ardmstream.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Fidelity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartReaderTest {

  /** As large as a block, so that each record has its own. */
  private static final int LARGE = 64 << 10;

  @TempDir Path temp;
  private Path part;

  @BeforeEach
  void damagedCopy() {
    part = temp.resolve("damaged.avro");
  }

  @Test
  void everyBlockIsReadAlone() throws IOException {
    List<EncodedRecord> written = List.of(record("a", LARGE), record("b", LARGE), record("c", 10));
    Files.write(part, part(written));

    List<Long> positions = positions();

    assertThat(positions).hasSize(3);
    try (PartReader reader = new PartReader(part.toString(), ChannelFile.of(part))) {
      assertThat(reader.count()).isEqualTo(3);
      for (int i = 2; i >= 0; i--) {
        assertThat(reader.records(positions.get(i))).containsExactly(written.get(i));
      }
    }
  }

  @Test
  void damageCostsOneBlockOnly() throws IOException {
    List<EncodedRecord> written = List.of(record("a", LARGE), record("b", LARGE), record("c", 10));
    byte[] bytes = part(written);
    Files.write(part, bytes);
    List<Long> positions = positions();
    bytes[positions.get(1).intValue() + LARGE / 2] ^= 1;
    Files.write(part, bytes);

    try (PartReader reader = new PartReader(part.toString(), ChannelFile.of(part))) {
      assertThat(reader.records(positions.get(0))).containsExactly(written.get(0));
      assertThat(reader.records(positions.get(2))).containsExactly(written.get(2));
      assertThatThrownBy(() -> reader.records(positions.get(1)))
          .isExactlyInstanceOf(IOException.class)
          .hasMessageContaining(part + " is damaged at byte " + positions.get(1))
          .hasMessageContaining("restore this file from a copy");
    }
  }

  /**
   * Magic, schema, marks, counts, sizes and content: the part is small enough to try them all. What
   * has no meaning, such as the documentation in the schema, may change unnoticed.
   */
  @Test
  void noDamagedByteGivesWrongRecords() throws IOException {
    List<EncodedRecord> written = List.of(record("a", 40), record("b", 90));
    byte[] bytes = part(written);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= (byte) (1 << i % Byte.SIZE);
      isReadAs(written, damaged);
    }
  }

  @Test
  void noDamagedByteOfARecordGoesUndetected() throws IOException {
    List<EncodedRecord> written = List.of(record("a", 40), record("b", 90));
    byte[] bytes = part(written);
    for (int i = bytes.length - 16 - 100; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      assertThat(isReadAs(written, damaged)).as("byte %d", i).isFalse();
    }
  }

  @Test
  void noTruncatedPartIsReadAsWhole() throws IOException {
    List<EncodedRecord> written = List.of(record("a", 40), record("b", 90));
    byte[] bytes = part(written);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(isReadAs(written, Arrays.copyOf(bytes, length))).as("%d bytes", length).isFalse();
    }
  }

  /** Whether a part gives these records; if not, it has to say that it is damaged, or be empty. */
  private boolean isReadAs(List<EncodedRecord> expected, byte[] bytes) throws IOException {
    Files.write(part, bytes);
    List<EncodedRecord> records = new ArrayList<>();
    try (PartReader reader = new PartReader(part.toString(), ChannelFile.of(part))) {
      for (PartBlock block = reader.first(); block != null; block = reader.after(block)) {
        records.addAll(reader.records(block));
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining(part + " is damaged at byte ");
      return false;
    }
    if (records.isEmpty()) {
      return false;
    }
    assertThat(records).isEqualTo(expected);
    return true;
  }

  private List<Long> positions() throws IOException {
    List<Long> positions = new ArrayList<>();
    try (PartReader reader = new PartReader(part.toString(), ChannelFile.of(part))) {
      for (PartBlock block = reader.first(); block != null; block = reader.after(block)) {
        positions.add(block.position());
      }
    }
    return positions;
  }

  private byte[] part(List<EncodedRecord> records) throws IOException {
    PartWriter writer = new PartWriter(new FolderStore(temp), PartName.partition("s", 0));
    for (EncodedRecord record : records) {
      writer.append(record, ArchiveEntry.unplaced(record.getName(), 0, 0, ""));
    }
    writer.publish();
    try (Stream<Path> files = Files.walk(temp.resolve(PartName.FOLDER))) {
      return Files.readAllBytes(
          files
              .filter(file -> file.toString().endsWith(PartName.SUFFIX))
              .findFirst()
              .orElseThrow());
    }
  }

  private static EncodedRecord record(String name, int length) {
    byte[] payload = new byte[length];
    new Random(length).nextBytes(payload);
    return EncodedRecord.newBuilder()
        .setName(name)
        .setStream("s")
        .setEventTime(Instant.EPOCH)
        .setFidelity(Fidelity.BYTES)
        .setRawLength(length)
        .setEncodedLength(length)
        .setPayload(ByteBuffer.wrap(payload))
        .build();
  }
}
