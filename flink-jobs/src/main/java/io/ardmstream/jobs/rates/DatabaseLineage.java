package io.ardmstream.jobs.rates;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.lineage.LineageDataset;
import org.apache.flink.streaming.api.lineage.LineageDatasetFacet;
import org.apache.flink.streaming.api.lineage.LineageVertex;

/**
 * The table of the rates as catalogues of data name it: the server as namespace, {@code
 * database.schema.table} as name (OpenLineage, Dataset Naming, PostgreSQL).
 *
 * @param namespace {@code postgres://host:port}
 * @param name {@code database.ardm.rate_window}
 */
record DatabaseLineage(String namespace, String name) implements LineageVertex, LineageDataset {

  private static final int DEFAULT_PORT = 5432;

  /** Reads server and database from the address. */
  DatabaseLineage(DatabaseSettings settings) {
    this(server(settings), "%s.%s.rate_window".formatted(database(settings), RateDatabase.SCHEMA));
  }

  private static URI address(DatabaseSettings settings) {
    return URI.create(settings.url().substring("jdbc:".length()));
  }

  private static String server(DatabaseSettings settings) {
    URI address = address(settings);
    String host = address.getHost() == null ? "localhost" : address.getHost();
    return "postgres://%s:%d"
        .formatted(host, address.getPort() < 0 ? DEFAULT_PORT : address.getPort());
  }

  private static String database(DatabaseSettings settings) {
    String path = address(settings).getPath();
    return path == null || path.length() < 2 ? settings.user() : path.substring(1);
  }

  @Override
  public List<LineageDataset> datasets() {
    return List.of(this);
  }

  @Override
  public Map<String, LineageDatasetFacet> facets() {
    return Map.of();
  }
}
