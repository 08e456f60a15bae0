package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What the database holds of windows that a run of the job has forgotten. */
final class WindowBases implements AutoCloseable {

  private static final long NONE = -1;

  private final Connection connection;
  private final String run;
  private final RateMessages messages = new RateMessages();

  private WindowBases(Connection connection, String run) {
    this.connection = connection;
    this.run = run;
  }

  /** Connects. */
  static WindowBases open(DatabaseSettings settings, String run) throws IOException {
    try {
      return new WindowBases(RateDatabase.source(settings).getConnection(), run);
    } catch (SQLException e) {
      throw new IOException("cannot connect to " + settings, e);
    }
  }

  /** The sums of a window when it was forgotten; empty if it never was. */
  Optional<RateWindow> find(RateWindow window) throws IOException {
    try (PreparedStatement select = connection.prepareStatement(WindowRow.SELECT_BASE)) {
      WindowRow.setKey(select, window);
      select.setString(WindowRow.KEY.size() + 1, run);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(messages.fromBytes(row.getBytes("base")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IOException("cannot read rates in PostgreSQL; the job will try again", e);
    }
  }

  /**
   * Checks that all that was forgotten is in the checkpoint that the job was restored from.
   *
   * @throws IllegalStateException if it is older
   */
  void requireNotNewerThan(long restored) throws IOException {
    long closed = closedAfter();
    if (closed >= restored) {
      throw new IllegalStateException(
          "checkpoint %d is older than the rates in the database, which go beyond %d:"
                  .formatted(restored, closed)
              + " start from a newer one, or without any, which counts anew");
    }
  }

  private long closedAfter() throws IOException {
    try (PreparedStatement select =
        connection.prepareStatement("select checkpoint from rate_run where run = ?")) {
      select.setString(1, run);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : NONE;
      }
    } catch (SQLException e) {
      throw new IOException("cannot read rates in PostgreSQL; the job will try again", e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
