package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.ArchiveWriter;
import io.ardmstream.media.MediaOptions;
import java.time.Duration;

/**
 * How a backfill works.
 *
 * @param media how to take originals apart; what is no media is kept as plain bytes
 * @param maxFileBytes larger originals are reported and left out, because memory has to hold them
 * @param batchBytes originals are encoded together until they reach this
 * @param partBytes size at which a file of the archive is published
 * @param partAge age at which it is; the most work that a killed run repeats
 * @param groupRecords most files of a folder that lean on each other, in the order of their names;
 *     1: each stands alone
 * @param checksum whether to compare the content of originals that are in the archive with the same
 *     length and time; otherwise these two are enough
 */
public record BackfillSettings(
    MediaOptions media,
    long maxFileBytes,
    long batchBytes,
    long partBytes,
    Duration partAge,
    int groupRecords,
    boolean checksum) {

  /** A group does not outlive its batch. */
  private static final long BATCH_OF_GROUPS = 64L << 20;

  /** Settings for a machine with 2 GB of memory or more. */
  public static BackfillSettings of(MediaOptions media) {
    return new BackfillSettings(
        media, 256L << 20, 8L << 20, ArchiveWriter.PART_BYTES, Duration.ofMinutes(1), 1, false);
  }

  /** Other ages of parts. */
  public BackfillSettings withPartAge(Duration age) {
    return new BackfillSettings(
        media, maxFileBytes, batchBytes, partBytes, age, groupRecords, checksum);
  }

  /** Another limit for originals. */
  public BackfillSettings withMaxFileBytes(long bytes) {
    return new BackfillSettings(
        media, bytes, batchBytes, partBytes, partAge, groupRecords, checksum);
  }

  /** Groups of at most so many files; 1: none. */
  public BackfillSettings withGroups(int records) {
    long bytes = records > 1 ? BATCH_OF_GROUPS : batchBytes;
    return new BackfillSettings(media, maxFileBytes, bytes, partBytes, partAge, records, checksum);
  }

  /** Whether content is compared where length and time are the same. */
  public BackfillSettings withChecksum(boolean compared) {
    return new BackfillSettings(
        media, maxFileBytes, batchBytes, partBytes, partAge, groupRecords, compared);
  }
}
