package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.Terminal;
import io.ardmstream.jobs.run.JobReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how a job gets on: a line that changes on a terminal, nothing elsewhere. Where the process
 * is told to end, which is how jobs end that follow a topic, it says what was done.
 */
final class JobWatch implements AutoCloseable {
  private static final double MEGA = 1e6;
  private static final double NANOS = 1e9;

  private final PrintWriter err;
  private final long start = System.nanoTime();
  private final Thread farewell = new Thread(this::sayFarewell, "job-farewell");
  private volatile JobReport latest;

  JobWatch(PrintWriter err) {
    this.err = err;
    Runtime.getRuntime().addShutdownHook(farewell);
  }

  void show(JobReport report) {
    latest = report;
    if (Terminal.isWatched()) {
      Terminal.makeRoom(err);
      err.print(line(report, Duration.ofNanos(System.nanoTime() - start)));
      err.flush();
    }
  }

  /** The job has ended by itself. */
  @Override
  public void close() {
    Terminal.makeRoom(err);
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException endingAlready) {
      // the farewell is being said
    }
  }

  static String line(JobReport report, Duration running) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d  %,d records, %,.1f MB to %,.1f MB (ratio %.3f), %,.2f MB/s%s",
        running.toHours(),
        running.toMinutesPart(),
        running.toSecondsPart(),
        report.records(),
        report.rawBytes() / MEGA,
        report.encodedBytes() / MEGA,
        report.ratio(),
        report.rawBytes() / MEGA / Math.max(1, running.toNanos() / NANOS),
        report.deadLetters() == 0 ? "" : ", %,d dead letters".formatted(report.deadLetters()));
  }

  private void sayFarewell() {
    Terminal.makeRoom(err);
    err.println("ardm: stopped. Started again, it goes on from its newest checkpoint.");
    if (latest != null) {
      err.println("So far: " + latest);
    }
    err.flush();
  }
}
