package io.ardmstream.archive.restore;

import java.util.List;

/**
 * What recompressing an archive did.
 *
 * @param recompressed files whose new record is smaller
 * @param kept files whose record was taken over as it was: another one would not be smaller, or
 *     could not be proven to bring back every byte
 * @param present files that the new archive held already
 * @param bytes bytes of the originals of what was recompressed or kept
 * @param before bytes of their records' payloads before
 * @param after the same afterwards
 * @param failed number of files that failed
 * @param failures the first of them
 * @param seconds time it took
 */
public record RecompressReport(
    long recompressed,
    long kept,
    long present,
    long bytes,
    long before,
    long after,
    long failed,
    List<FileFailure> failures,
    double seconds) {

  /** Keeps a copy. */
  public RecompressReport {
    failures = List.copyOf(failures);
  }

  /** For people to read, without the failures. */
  @Override
  public String toString() {
    return "%,d files recompressed, %,d kept as they were, %,d present already, %,d failed; %,d bytes to %,d in %.1f s"
        .formatted(recompressed, kept, present, failed, before, after, seconds);
  }
}
