package io.ardmstream.jobs.rates;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/**
 * Gathers windows for a moment, the newest of each key, and writes them in one transaction. It need
 * not wait for a checkpoint: writing a row again after a failure corrects it.
 */
final class DatabaseWriter implements SinkWriter<WindowUpdate> {

  private static final int MOST_WAITING = 500;
  private static final long LONGEST_WAIT_MILLIS = 250;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private static final String NOTE_CLOSED =
      "insert into rate_run (run, checkpoint) values (?, ?) on conflict (run) do update"
          + " set checkpoint = greatest(rate_run.checkpoint, excluded.checkpoint)";

  private final RateMessages messages = new RateMessages();
  private final Connection connection;

  /** In the order of keys, so that writers never wait for each other in a circle. */
  private final Map<String, WindowUpdate> waiting = new TreeMap<>();

  private final ProcessingTimeService clock;
  private final Counter rows;
  private volatile long lastMillis;

  DatabaseWriter(Connection connection, ProcessingTimeService clock, SinkWriterMetricGroup metrics)
      throws SQLException {
    this.connection = connection;
    this.clock = clock;
    this.rows = metrics.getNumRecordsSendCounter();
    metrics.setCurrentSendTimeGauge(() -> lastMillis);
    connection.setAutoCommit(false);
  }

  @Override
  public void write(WindowUpdate update, Context context) throws IOException {
    if (waiting.isEmpty()) {
      long end = clock.getCurrentProcessingTime() + LONGEST_WAIT_MILLIS;
      clock.registerTimer(end, time -> flush(false));
    }
    waiting.put(WindowKey.of(update.sums()), update);
    if (waiting.size() >= MOST_WAITING) {
      flush(false);
    }
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    long start = System.nanoTime();
    try (PreparedStatement upsert = connection.prepareStatement(WindowRow.UPSERT)) {
      for (WindowUpdate update : waiting.values()) {
        WindowRow.set(upsert, update, messages);
        upsert.addBatch();
      }
      upsert.executeBatch();
      noteClosed();
      connection.commit();
    } catch (SQLException e) {
      throw new IOException("cannot write rates to PostgreSQL; the job will try again", e);
    }
    rows.inc(waiting.size());
    lastMillis = (System.nanoTime() - start) / NANOS_PER_MILLI;
    waiting.clear();
  }

  /** In the same transaction as the rows. */
  private void noteClosed() throws SQLException {
    Optional<WindowUpdate> last =
        waiting.values().stream()
            .filter(WindowUpdate::isClosed)
            .max(Comparator.comparingLong(WindowUpdate::closedAfter));
    if (last.isPresent()) {
      try (PreparedStatement note = connection.prepareStatement(NOTE_CLOSED)) {
        note.setString(1, last.get().run());
        note.setLong(2, last.get().closedAfter());
        note.executeUpdate();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
