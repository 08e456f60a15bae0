package io.ardmstream.archive.restore;

import java.util.List;

/**
 * What restoring or verifying did.
 *
 * @param files files decoded and found intact
 * @param written files written that were not there before
 * @param bytes bytes of the intact files
 * @param samplesOnly intact files of which the archive keeps samples and metadata, not all bytes
 * @param failed number of files that failed
 * @param failures the first of them
 * @param seconds time it took
 */
public record ReadReport(
    long files,
    long written,
    long bytes,
    long samplesOnly,
    long failed,
    List<FileFailure> failures,
    double seconds) {

  /** Keeps a copy. */
  public ReadReport {
    failures = List.copyOf(failures);
  }
}
