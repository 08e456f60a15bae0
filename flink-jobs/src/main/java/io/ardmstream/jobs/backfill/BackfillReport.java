package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.FileFailure;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a backfill did.
 *
 * @param archived files that are in the archive now and were not before
 * @param present files that were in it already, unchanged
 * @param rawBytes bytes of the archived files
 * @param encodedBytes bytes of their containers
 * @param samplesOnly archived files that come back with the same samples and metadata, but perhaps
 *     other bytes
 * @param fallbacks archived files of which some or all was not coded by a model, though it is media
 *     that models are for
 * @param opaque archived files that are no media, kept as plain bytes
 * @param failed number of files left out
 * @param failures the first of them
 * @param seconds time it took
 */
public record BackfillReport(
    long archived,
    long present,
    long rawBytes,
    long encodedBytes,
    long samplesOnly,
    long fallbacks,
    long opaque,
    long failed,
    List<FileFailure> failures,
    double seconds)
    implements Serializable {

  /** Most failures that a report lists. */
  static final int LISTED = 1000;

  /** Keeps a copy. */
  public BackfillReport {
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
        rawBytes + other.rawBytes,
        encodedBytes + other.encodedBytes,
        samplesOnly + other.samplesOnly,
        fallbacks + other.fallbacks,
        opaque + other.opaque,
        failed + other.failed,
        Stream.concat(failures.stream(), other.failures.stream()).limit(LISTED).toList(),
        Math.max(seconds, other.seconds));
  }

  /** For people to read, without the failures. */
  @Override
  public String toString() {
    return ("%,d files archived, %,d present already, %,d failed%n"
            + "%,d bytes to %,d (ratio %.3f) in %.1f s, %.1f files/s%n"
            + "%,d come back with the same samples but perhaps other bytes;"
            + " %,d used a fallback; %,d are no media")
        .formatted(
            archived,
            present,
            failed,
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
