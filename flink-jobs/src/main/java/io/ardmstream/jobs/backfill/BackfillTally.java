package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.restore.FileFailure;
import io.ardmstream.archive.restore.FileFailures;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import java.util.ArrayList;
import java.util.List;

/** A {@link BackfillReport} in the making. */
final class BackfillTally {

  private static final double NANOS = 1e9;

  private final long start = System.nanoTime();
  private final FileFailures failures = new FileFailures();
  private long archived;
  private long present;
  private long compared;
  private long leftOut;
  private long rawBytes;
  private long encodedBytes;
  private long samplesOnly;
  private long fallbacks;
  private final List<BackfillReport.KeptFile> kept = new ArrayList<>();
  private long opaque;

  void archived(String name, EncodeStatistics statistics) {
    archived++;
    rawBytes += statistics.inputBytes();
    encodedBytes += statistics.encodedBytes();
    samplesOnly += statistics.fidelity() == Fidelity.BYTES ? 0 : 1;
    if (statistics.storedAs() == FileFormat.OPAQUE) {
      opaque++;
      keep(name, String.join("; ", statistics.fallbackReasons()));
    } else if (!statistics.fallbackReasons().isEmpty()) {
      fallbacks++;
    }
  }

  private void keep(String name, String reason) {
    if (kept.size() < BackfillReport.LISTED) {
      kept.add(new BackfillReport.KeptFile(name, reason));
    }
  }

  /** Whether its content was compared, or its length and time only. */
  void present(boolean byContent) {
    present++;
    compared += byContent ? 1 : 0;
  }

  void leftOut() {
    leftOut++;
  }

  void failed(FileFailure failure) {
    failures.add(failure);
  }

  BackfillReport report() {
    return new BackfillReport(
        archived,
        present,
        compared,
        leftOut,
        rawBytes,
        encodedBytes,
        samplesOnly,
        fallbacks,
        opaque,
        kept,
        failures.count(),
        failures.first(),
        (System.nanoTime() - start) / NANOS);
  }
}
