package io.ardmstream.archive.restore;

/** A {@link ReadReport} in the making. */
final class ReadTally {

  private static final double NANOS = 1e9;

  private final long start = System.nanoTime();
  private final FileFailures failures = new FileFailures();
  private long files;
  private long written;
  private long bytes;
  private long samplesOnly;

  void intact(long length, boolean exact) {
    files++;
    bytes += length;
    samplesOnly += exact ? 0 : 1;
  }

  void written() {
    written++;
  }

  void failed(FileFailure failure) {
    failures.add(failure);
  }

  ReadReport report() {
    return new ReadReport(
        files,
        written,
        bytes,
        samplesOnly,
        failures.count(),
        failures.first(),
        (System.nanoTime() - start) / NANOS);
  }
}
