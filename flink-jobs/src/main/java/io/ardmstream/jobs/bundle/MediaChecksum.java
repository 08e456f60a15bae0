package io.ardmstream.jobs.bundle;

import io.ardmstream.archive.Sha256;
import java.nio.ByteBuffer;

/**
 * One number for all media of a job, whatever the order, the partitions and the number of subtasks:
 * the sum, modulo 2^64, of the first eight bytes of each SHA-256. Compress counts what it reads and
 * replay what it restores, so equal numbers mean equal bytes.
 */
public final class MediaChecksum {

  private final Counts.Count sum;

  public MediaChecksum(Counts counts) {
    this.sum = counts.reported("checksum");
  }

  public void add(byte[] media) {
    sum.add(ByteBuffer.wrap(Sha256.of(media)).getLong());
  }
}
