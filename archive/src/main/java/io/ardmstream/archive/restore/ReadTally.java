package io.ardmstream.archive.restore;

import java.util.ArrayList;
import java.util.List;

/** A {@link ReadReport} in the making. */
final class ReadTally {

  private static final double NANOS = 1e9;

  private final long start = System.nanoTime();
  private final List<FileFailure> failures = new ArrayList<>();
  private long files;
  private long written;
  private long bytes;
  private long samplesOnly;
  private long failed;

  void intact(long length, boolean exact) {
    files++;
    bytes += length;
    samplesOnly += exact ? 0 : 1;
  }

  void written() {
    written++;
  }

  void failed(FileFailure failure) {
    failed++;
    if (failures.size() < ReadReport.LISTED) {
      failures.add(failure);
    }
  }

  ReadReport report() {
    return new ReadReport(
        files, written, bytes, samplesOnly, failed, failures, (System.nanoTime() - start) / NANOS);
  }
}
