package io.ardmstream.archive;

import io.ardmstream.schema.EncodedRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds records to an archive. What was appended is in the archive for good once its part is
 * published: when the part is large or old enough, when too many are open, and at the end. Several
 * writers may work on one archive as long as none appends the names of another.
 */
public final class ArchiveWriter implements AutoCloseable {

  private static final int MOST_OPEN = 32;

  /** Size at which parts are published unless another is asked for. */
  public static final long PART_BYTES = 128L << 20;

  private final ArchiveStore store;
  private final long partBytes;
  private final long partNanos;
  private final Map<String, PartWriter> open = new LinkedHashMap<>();
  private final GroupChains<String> partitions = new GroupChains<>();

  /**
   * @param store of the archive
   * @param partBytes size at which a part is published
   * @param partAge age at which a part is published; what a killed writer loses at most
   */
  public ArchiveWriter(ArchiveStore store, long partBytes, Duration partAge) {
    this.store = store;
    this.partBytes = partBytes;
    this.partNanos = partAge.toNanos();
  }

  /**
   * Appends a record to its partition. Records of a group are appended in their order, and go to
   * the partition of the first: what leans on each other is published together.
   *
   * @param entry what the index shall say; where it lies is replaced
   */
  public void append(EncodedRecord record, ArchiveEntry entry) throws IOException {
    String own = PartName.partition(record.getStream(), entry.modified());
    String partition = partitions.of(record, own);
    PartWriter part = open.get(partition);
    if (part == null) {
      part = new PartWriter(store, partition);
      open.put(partition, part);
    }
    part.append(record, entry);
  }

  /** Publishes the parts that are due; call it between groups. */
  public void publishDue() throws IOException {
    int tooMany = open.size() - MOST_OPEN;
    for (Map.Entry<String, PartWriter> candidate : List.copyOf(open.entrySet())) {
      if (tooMany-- > 0 || candidate.getValue().isDue(partBytes, partNanos)) {
        open.remove(candidate.getKey());
        candidate.getValue().publish();
      }
    }
  }

  /** Publishes everything. */
  public void finish() throws IOException {
    List<PartWriter> parts = new ArrayList<>(open.values());
    for (PartWriter part : parts) {
      part.publish();
    }
    open.clear();
  }

  /** Abandons what was not published. */
  @Override
  public void close() throws IOException {
    for (PartWriter part : open.values()) {
      part.abandon();
    }
    open.clear();
  }
}
