package io.ardmstream.archive.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables are what an SQL engine of others reads. */
class ParquetTableTest {
  private static final int ROWS = 150_000;

  @TempDir private Path temp;
  private final Map<String, ColumnKind> columns = new LinkedHashMap<>();
  private Path file;

  @BeforeEach
  void begin() {
    file = temp.resolve("table.parquet");
    columns.put("name", ColumnKind.TEXT);
    columns.put("bytes", ColumnKind.NUMBER);
    columns.put("modified", ColumnKind.TIME);
  }

  @Test
  void aTableWithoutRows() throws Exception {
    write(List.of());
    assertThat(query("SELECT count(*) FROM '%s'")).containsExactly("0");
    assertThat(query("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '%s')"))
        .containsExactly("name|VARCHAR", "bytes|BIGINT", "modified|TIMESTAMP WITH TIME ZONE");
  }

  @Test
  void valuesOfEveryKindAndMissingOnes() throws Exception {
    write(
        List.of(
            Arrays.asList("Käse\t\n😀", Long.MIN_VALUE, 0L),
            Arrays.asList("", Long.MAX_VALUE, 1_600_000_000_123L),
            Arrays.asList(null, null, null),
            Arrays.asList("z", 0L, -1L)));

    assertThat(query("SELECT name, bytes, epoch_ms(modified) FROM '%s' ORDER BY file_row_number"))
        .containsExactly(
            "Käse\t\n😀|" + Long.MIN_VALUE + "|0",
            "|" + Long.MAX_VALUE + "|1600000000123",
            "null|null|null",
            "z|0|-1");
    assertThat(query("SELECT name FROM '%s' WHERE modified < TIMESTAMPTZ '1970-01-01 00:00:00Z'"))
        .containsExactly("z");
  }

  @Test
  @DisplayName("more rows than a group takes, with runs of missing values of every length")
  void manyRows() throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    for (long i = 0; i < ROWS; i++) {
      rows.add(Arrays.asList("%08d".formatted(i), i % 1000 < i / 1000 ? null : i, i % 7));
    }
    write(rows);

    assertThat(query("SELECT count(*), min(name), max(name) FROM '%s'"))
        .containsExactly("150000|00000000|00149999");
    assertThat(query("SELECT sum(bytes), count(bytes) FROM '%s'"))
        .containsExactly(sum(rows) + "|" + rows.stream().filter(r -> r.get(1) != null).count());
    assertThat(query("SELECT count(*) FROM '%s' WHERE bytes <> CAST(name AS BIGINT)"))
        .containsExactly("0");
    assertThat(query("SELECT bytes FROM '%s' WHERE name = '00123999'")).containsExactly("123999");
    assertThat(
            query(
                "SELECT row_group_id, stats_min_value, stats_max_value, stats_null_count > 0"
                    + " FROM parquet_metadata('%s') WHERE path_in_schema = 'name'"))
        .containsExactly(
            "0|00000000|00065535|false", "1|00065536|00131071|false", "2|00131072|00149999|false");
  }

  private static long sum(List<List<Object>> rows) {
    return rows.stream().filter(r -> r.get(1) != null).mapToLong(r -> (Long) r.get(1)).sum();
  }

  private void write(List<List<Object>> rows) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ParquetTable table = new ParquetTable(out, columns);
      for (List<Object> row : rows) {
        table.add(row);
      }
      table.finish();
    }
  }

  private List<String> query(String sql) throws SQLException {
    String from = "read_parquet('%s', file_row_number = true)".formatted(file);
    String text =
        sql.contains("parquet_metadata") || sql.contains("DESCRIBE")
            ? sql.formatted(file)
            : sql.replace("'%s'", from);
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(text)) {
      int width = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }
}
