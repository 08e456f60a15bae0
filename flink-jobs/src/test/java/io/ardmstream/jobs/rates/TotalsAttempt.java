package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * One attempt to run the totals and their writer, from a start or a checkpoint until it fails. The
 * clock begins at the true time and is moved by hand.
 */
final class TotalsAttempt implements AutoCloseable {

  static final Duration DELAY = Duration.ofSeconds(1);
  static final Duration KEEP = Duration.ofHours(1);

  private final KeyedOneInputStreamOperatorTestHarness<String, RateWindow, WindowUpdate> totals;
  private final DatabaseWriter writer;
  private long now;

  private TotalsAttempt(
      KeyedOneInputStreamOperatorTestHarness<String, RateWindow, WindowUpdate> totals,
      DatabaseWriter writer,
      long now) {
    this.totals = totals;
    this.writer = writer;
    this.now = now;
  }

  static TotalsAttempt start(DatabaseSettings database, String run) throws Exception {
    return restore(database, run, 0, null, System.currentTimeMillis());
  }

  /** Goes on from a checkpoint at a time. */
  static TotalsAttempt restore(
      DatabaseSettings database, String run, long id, OperatorSubtaskState state, long now)
      throws Exception {
    WindowTotals function = new WindowTotals(new WindowSettings(DELAY, KEEP), database, run);
    KeyedOneInputStreamOperatorTestHarness<String, RateWindow, WindowUpdate> totals =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(function), new WindowKey(), Types.STRING);
    totals.setProcessingTime(now);
    if (state != null) {
      totals.setRestoredCheckpointId(id);
      totals.initializeState(state);
    }
    totals.open();
    return new TotalsAttempt(
        totals,
        new DatabaseWriter(
            RateDatabase.source(database).getConnection(),
            totals.getProcessingTimeService(),
            UnregisteredMetricsGroup.createSinkWriterMetricGroup()),
        now);
  }

  void receive(RateWindow window) throws Exception {
    totals.processElement(new StreamRecord<>(window));
  }

  void pass(Duration time) throws Exception {
    now += time.toMillis();
    totals.setProcessingTime(now);
  }

  /** Lets the writer have what was told, and write it. */
  void write() throws Exception {
    for (Object told = totals.getOutput().poll(); told != null; told = totals.getOutput().poll()) {
      writer.write((WindowUpdate) ((StreamRecord<?>) told).getValue(), null);
    }
    writer.flush(false);
  }

  /** A whole checkpoint. */
  OperatorSubtaskState checkpoint(long id) throws Exception {
    write();
    OperatorSubtaskState state = totals.snapshot(id, now);
    totals.notifyOfCompletedCheckpoint(id);
    return state;
  }

  /** Whether a window is in memory. */
  boolean remembers() {
    return totals.numKeyedStateEntries() > 0;
  }

  long now() {
    return now;
  }

  @Override
  public void close() throws Exception {
    totals.close();
    writer.close();
  }
}
