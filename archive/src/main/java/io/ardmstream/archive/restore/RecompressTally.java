package io.ardmstream.archive.restore;

import java.util.ArrayList;
import java.util.List;

/** A {@link RecompressReport} in the making. */
final class RecompressTally {
  private static final double NANOS = 1e9;

  private final long start = System.nanoTime();
  private final List<FileFailure> failures = new ArrayList<>();
  private long recompressed;
  private long kept;
  private long present;
  private long bytes;
  private long before;
  private long after;
  private long failed;

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
    failed++;
    if (failures.size() < ReadReport.LISTED) {
      failures.add(failure);
    }
  }

  RecompressReport report() {
    return new RecompressReport(
        recompressed,
        kept,
        present,
        bytes,
        before,
        after,
        failed,
        failures,
        (System.nanoTime() - start) / NANOS);
  }
}
