package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * The rates in PostgreSQL.
 *
 * @param settings how to reach it
 */
public record StoredRates(DatabaseSettings settings) implements RateSource {

  private static final int ROWS_AT_A_TIME = 1000;
  private static final String SELECT =
      "select * from rate_window where window_seconds = ? and window_start >= ? and window_start < ?"
          + " and coalesce(stream = ?, true)";

  /** PostgreSQL knows no earlier and no later times. */
  private static final Instant EARLIEST = Instant.parse("-4000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("+200000-01-01T00:00:00Z");

  @Override
  public long read(RateQuery query, Consumer<RateWindow> found) throws IOException {
    try (Connection connection = RateDatabase.source(settings).getConnection()) {
      // rows come in portions only within a transaction
      connection.setAutoCommit(false);
      try (PreparedStatement select = connection.prepareStatement(SELECT)) {
        select.setFetchSize(ROWS_AT_A_TIME);
        select.setLong(1, query.length().toSeconds());
        select.setTimestamp(2, timestamp(query.since()));
        select.setTimestamp(3, timestamp(query.until()));
        select.setString(4, query.stream().orElse(null));
        return tell(select, query, found);
      }
    } catch (SQLException e) {
      throw new IOException("cannot read rates in " + settings + ": " + e.getMessage(), e);
    }
  }

  private static long tell(PreparedStatement select, RateQuery query, Consumer<RateWindow> found)
      throws SQLException {
    long leftOut = 0;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        RateWindow window = WindowRow.get(row);
        if (!query.matches(window)) {
          continue;
        }
        if (canBeAddedUp(window)) {
          found.accept(window);
        } else {
          leftOut++;
        }
      }
    }
    return leftOut;
  }

  /** Sums of versions that took in what is no number were none either; nobody can mend them. */
  static boolean canBeAddedUp(RateWindow window) {
    return DoubleStream.concat(
            DoubleStream.of(
                window.getIdealBits(), window.getModelledBits(), window.getEncodeMillis()),
            window.getStageBits().stream().mapToDouble(Double::doubleValue))
        .allMatch(sum -> Double.isFinite(sum) && sum >= 0);
  }

  private static Timestamp timestamp(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return Timestamp.from(EARLIEST);
    }
    return Timestamp.from(instant.isAfter(LATEST) ? LATEST : instant);
  }
}
