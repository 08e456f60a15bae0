package io.ardmstream.archive.restore;

/** A {@link RecompressReport} in the making. */
final class RecompressTally {
  private static final double NANOS = 1e9;

  private final long start = System.nanoTime();
  private final FileFailures failures = new FileFailures();
  private long recompressed;
  private long kept;
  private long present;
  private long bytes;
  private long before;
  private long after;

  void recompressed(long length, long encodedBefore, long encodedAfter) {
    recompressed++;
    bytes += length;
    before += encodedBefore;
    after += encodedAfter;
  }

  void kept(long length, long encoded) {
    kept++;
    bytes += length;
    before += encoded;
    after += encoded;
  }

  void present() {
    present++;
  }

  void failed(FileFailure failure) {
    failures.add(failure);
  }

  RecompressReport report() {
    return new RecompressReport(
        recompressed,
        kept,
        present,
        bytes,
        before,
        after,
        failures.count(),
        failures.first(),
        (System.nanoTime() - start) / NANOS);
  }
}
