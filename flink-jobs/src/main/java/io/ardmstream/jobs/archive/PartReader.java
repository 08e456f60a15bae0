package io.ardmstream.jobs.archive;

import io.ardmstream.schema.EncodedRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;

/** One published part, read by blocks. */
final class PartReader implements Closeable {

  private final Path file;
  private final DataFileReader<EncodedRecord> in;

  PartReader(Path file) throws IOException {
    this.file = file;
    try {
      in = new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(EncodedRecord.class));
    } catch (AvroRuntimeException e) {
      throw damaged(0, e);
    }
  }

  /** The records of the block that begins at a position. */
  List<EncodedRecord> block(long position) throws IOException {
    try {
      in.seek(position);
      return next();
    } catch (AvroRuntimeException | IOException e) {
      throw damaged(position, e);
    }
  }

  /** Where the next block begins, or -1 at the end. */
  long nextPosition() throws IOException {
    long position = in.previousSync();
    try {
      return in.hasNext() ? position : -1;
    } catch (AvroRuntimeException e) {
      throw damaged(position, e);
    }
  }

  /** Number of records of all blocks, without looking into them. */
  long count() throws IOException {
    long count = 0;
    try {
      while (in.hasNext()) {
        count += in.getBlockCount();
        in.nextBlock();
      }
    } catch (AvroRuntimeException e) {
      throw damaged(in.previousSync(), e);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private List<EncodedRecord> next() {
    List<EncodedRecord> records = new ArrayList<>();
    if (in.hasNext()) {
      for (long left = in.getBlockCount(); left > 0; left--) {
        records.add(in.next());
      }
    }
    return records;
  }

  private IOException damaged(long position, Exception cause) {
    return new IOException(
        "%s is damaged at byte %d (%s): restore this file from a copy of the archive"
            .formatted(file, position, cause.getMessage()),
        cause);
  }
}
