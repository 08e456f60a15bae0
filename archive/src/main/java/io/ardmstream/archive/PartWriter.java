package io.ardmstream.archive;

import io.ardmstream.schema.EncodedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;

/** One part being written: nothing of it is seen until it is published. */
final class PartWriter {

  /** Small records share a block, so that their names and models are compressed together. */
  private static final int BLOCK_BYTES = 64 << 10;

  /** Avro ends blocks here by itself; larger than a block, so that only large records reach it. */
  private static final int AVRO_BLOCK_BYTES = 4 * BLOCK_BYTES;

  /** Fast; what takes room is compressed already. Blocks carry a checksum. */
  private static final int COMPRESSION_LEVEL = 3;

  /** More than the fields of a record take, without its name, stream and payload. */
  private static final int FIELD_BYTES = 512;

  private static final int BYTES_PER_CHAR = 3;

  private final ArchiveStore store;
  private final String part;
  private final NewFile file;
  private final DataFileWriter<EncodedRecord> out;
  private final List<ArchiveEntry> entries = new ArrayList<>();
  private final GroupChains<Long> begins = new GroupChains<>();
  private final long since = System.nanoTime();
  private long position;
  private long blockBytes;

  PartWriter(ArchiveStore store, String partition) throws IOException {
    this.store = store;
    this.part = PartName.in(partition);
    this.file = store.create(part);
    this.out = new DataFileWriter<>(new SpecificDatumWriter<>(EncodedRecord.class));
    out.setCodec(CodecFactory.zstandardCodec(COMPRESSION_LEVEL, true));
    // blocks end where this class says, because it has to know where they begin
    out.setSyncInterval(AVRO_BLOCK_BYTES);
    out.create(EncodedRecord.getClassSchema(), file.content());
    position = out.sync();
  }

  void append(EncodedRecord record, ArchiveEntry entry) throws IOException {
    out.append(record);
    entries.add(entry.at(part, position, begins.of(record, position)));
    blockBytes += bound(record);
    if (blockBytes >= BLOCK_BYTES) {
      position = out.sync();
      blockBytes = 0;
    }
  }

  private static long bound(EncodedRecord record) {
    int chars = record.getName().length() + record.getStream().length();
    return record.getEncodedLength() + (long) BYTES_PER_CHAR * chars + FIELD_BYTES;
  }

  /** Whether it holds this many bytes or was begun this long ago. */
  boolean isDue(long bytes, long nanos) {
    return position >= bytes || System.nanoTime() - since >= nanos;
  }

  void publish() throws IOException {
    out.close();
    // a part that has appeared is one that the index knows
    ArchiveIndex.announce(store, part, entries);
    file.publish();
  }

  void abandon() throws IOException {
    out.close();
    file.abandon();
  }
}
