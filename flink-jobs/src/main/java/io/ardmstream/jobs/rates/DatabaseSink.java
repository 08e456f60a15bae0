package io.ardmstream.jobs.rates;

import java.io.IOException;
import java.sql.SQLException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;

/**
 * Writes windows to PostgreSQL. A row holds all sums of its window, so writing it again after a
 * failure changes nothing.
 */
public final class DatabaseSink implements Sink<WindowUpdate>, LineageVertexProvider {

  private static final long serialVersionUID = 1L;

  private final DatabaseSettings settings;

  /** Takes the address. */
  public DatabaseSink(DatabaseSettings settings) {
    this.settings = settings;
  }

  @Override
  public SinkWriter<WindowUpdate> createWriter(WriterInitContext context) throws IOException {
    try {
      return new DatabaseWriter(
          RateDatabase.source(settings).getConnection(),
          context.getProcessingTimeService(),
          context.metricGroup());
    } catch (SQLException e) {
      throw new IOException("cannot connect to " + settings, e);
    }
  }

  @Override
  public LineageVertex getLineageVertex() {
    return new DatabaseLineage(settings);
  }
}
