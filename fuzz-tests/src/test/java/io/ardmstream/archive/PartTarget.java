package io.ardmstream.archive;

import io.ardmstream.schema.EncodedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/** Parts of an archive: as they are, and as the records of a block whose checksum is right. */
public final class PartTarget {

  private static final Path FILE = temporary();
  private static final byte[] MARK = new byte[DataFileConstants.SYNC_SIZE];

  private PartTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    read(input);
    read(part(input));
  }

  private static void read(byte[] part) throws IOException {
    Files.write(FILE, part);
    try (PartReader reader = new PartReader(FILE.toString(), ChannelFile.of(FILE))) {
      long records = 0;
      for (PartBlock block = reader.first(); block != null; block = reader.after(block)) {
        records += entries(reader, block);
      }
      require(records == reader.count(), "blocks do not hold what they say");
    } catch (IOException refusal) {
      require(refusal.getMessage().contains("is damaged at byte"), "a refusal without a place");
    }
  }

  private static int entries(PartReader reader, PartBlock block) throws IOException {
    int records = 0;
    for (EncodedRecord record : reader.records(block)) {
      records++;
      try {
        ArchiveEntry.of(record, "part", block.position(), 0);
      } catch (IOException refusal) {
        require(refusal.getMessage().contains("no archive has such a part"), "no reason");
      }
    }
    return records;
  }

  /** The first byte is the number of records. */
  private static byte[] part(byte[] input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    encoder.writeFixed(DataFileConstants.MAGIC);
    encoder.writeMapStart();
    encoder.setItemCount(2);
    encoder.startItem();
    encoder.writeString(DataFileConstants.CODEC);
    encoder.writeString(PartHeader.CODEC);
    encoder.startItem();
    encoder.writeString(DataFileConstants.SCHEMA);
    encoder.writeString(EncodedRecord.getClassSchema().toString());
    encoder.writeMapEnd();
    encoder.writeFixed(MARK);
    byte[] block = compressed(Arrays.copyOfRange(input, Math.min(1, input.length), input.length));
    encoder.writeLong(input.length == 0 ? 0 : input[0]);
    encoder.writeLong(block.length);
    encoder.writeFixed(block);
    encoder.writeFixed(MARK);
    encoder.flush();
    return out.toByteArray();
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zstd = new ZstdCompressorOutputStream(out, 1, false, true)) {
      zstd.write(bytes);
    }
    return out.toByteArray();
  }

  private static Path temporary() {
    try {
      Path file = Files.createTempFile("fuzz", ".avro");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
