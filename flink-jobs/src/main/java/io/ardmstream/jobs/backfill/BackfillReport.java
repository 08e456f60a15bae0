package io.ardmstream.jobs.backfill;

import io.ardmstream.jobs.archive.FileFailure;
import java.util.List;

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
    double seconds) {

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
}
