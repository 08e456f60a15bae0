package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.restore.FileFailure;
import io.ardmstream.archive.restore.FileFailures;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a backfill did.
 *
 * @param archived files that are in the archive now and were not before
 * @param present files that were in it already, unchanged
 * @param compared those of them whose content was compared, by SHA-256; of the others, length and
 *     time were
 * @param leftOut links and special files, which no archive holds
 * @param rawBytes bytes of the archived files
 * @param encodedBytes bytes of their containers
 * @param samplesOnly archived files that come back with the same samples and metadata, but perhaps
 *     other bytes
 * @param fallbacks archived files of which some or all was not coded by a model, though it is media
 *     that models are for
 * @param opaque archived files whose samples are not understood, kept as plain bytes
 * @param kept the first of them
 * @param failed number of files left out
 * @param failures the first of them
 * @param seconds time it took
 */
public record BackfillReport(
    long archived,
    long present,
    long compared,
    long leftOut,
    long rawBytes,
    long encodedBytes,
    long samplesOnly,
    long fallbacks,
    long opaque,
    List<KeptFile> kept,
    long failed,
    List<FileFailure> failures,
    double seconds)
    implements Serializable {

  /**
   * A file that was kept as plain bytes.
   *
   * @param name the file
   * @param reason why its samples are not understood
   */
  public record KeptFile(String name, String reason) implements Serializable {}

  /** Most failures, and most files kept as plain bytes, that a report lists. */
  static final int LISTED = FileFailures.LISTED;

  /** Keeps a copy. */
  public BackfillReport {
    kept = List.copyOf(kept);
    failures = List.copyOf(failures);
  }

  /** Raw bytes for each encoded byte; 0 if there are none. */
  public double ratio() {
    return encodedBytes == 0 ? 0 : (double) rawBytes / encodedBytes;
  }

  /** Files archived each second; 0 if it took no time. */
  public double filesPerSecond() {
    return seconds == 0 ? 0 : archived / seconds;
  }

  /** What two backfills did that ran at the same time. */
  public BackfillReport plus(BackfillReport other) {
    return new BackfillReport(
        archived + other.archived,
        present + other.present,
        compared + other.compared,
        leftOut + other.leftOut,
        rawBytes + other.rawBytes,
        encodedBytes + other.encodedBytes,
        samplesOnly + other.samplesOnly,
        fallbacks + other.fallbacks,
        opaque + other.opaque,
        Stream.concat(kept.stream(), other.kept.stream()).limit(LISTED).toList(),
        failed + other.failed,
        Stream.concat(failures.stream(), other.failures.stream()).limit(LISTED).toList(),
        Math.max(seconds, other.seconds));
  }

  /** For people to read, without the failures. */
  @Override
  public String toString() {
    return ("%,d files archived, %,d present already, %,d failed%n"
            + "Of those present, %,d compared by SHA-256, %,d by length and time;"
            + " %,d links and special files left out%n"
            + "%,d bytes to %,d (ratio %.3f) in %.1f s, %.1f files/s%n"
            + "%,d come back with the same samples but perhaps other bytes;"
            + " %,d used a fallback; %,d are kept as plain bytes")
        .formatted(
            archived,
            present,
            failed,
            compared,
            present - compared,
            leftOut,
            rawBytes,
            encodedBytes,
            ratio(),
            seconds,
            filesPerSecond(),
            samplesOnly,
            fallbacks,
            opaque);
  }
}
