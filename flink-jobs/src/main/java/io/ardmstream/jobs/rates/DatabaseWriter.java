package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.SinkWriter;

/** Gathers windows, the newest of each key, and writes them in one transaction. */
final class DatabaseWriter implements SinkWriter<RateWindow> {

  private static final int MOST_WAITING = 500;

  private final Connection connection;

  /** In the order of keys, so that writers never wait for each other in a circle. */
  private final Map<String, RateWindow> waiting = new TreeMap<>();

  DatabaseWriter(Connection connection) throws SQLException {
    this.connection = connection;
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
    waiting.clear();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
