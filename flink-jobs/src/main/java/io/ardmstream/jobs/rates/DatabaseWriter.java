package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/** Gathers windows, the newest of each key, and writes them in one transaction. */
final class DatabaseWriter implements SinkWriter<RateWindow> {

  private static final int MOST_WAITING = 500;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Connection connection;

  /** In the order of keys, so that writers never wait for each other in a circle. */
  private final Map<String, RateWindow> waiting = new TreeMap<>();

  private final Counter rows;
  private volatile long lastMillis;

  DatabaseWriter(Connection connection, SinkWriterMetricGroup metrics) throws SQLException {
    this.connection = connection;
    this.rows = metrics.getNumRecordsSendCounter();
    metrics.setCurrentSendTimeGauge(() -> lastMillis);
    connection.setAutoCommit(false);
  }

  @Override
  public void write(RateWindow window, Context context) throws IOException {
    waiting.put(WindowKey.of(window), window);
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
      for (RateWindow window : waiting.values()) {
        WindowRow.set(upsert, window);
        upsert.addBatch();
      }
      upsert.executeBatch();
      connection.commit();
    } catch (SQLException e) {
      throw new IOException("cannot write rates to PostgreSQL; the job will try again", e);
    }
    rows.inc(waiting.size());
    lastMillis = (System.nanoTime() - start) / NANOS_PER_MILLI;
    waiting.clear();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
