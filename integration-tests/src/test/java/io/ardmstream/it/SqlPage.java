package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The statements of {@code docs/SQL.md}. */
final class SqlPage {

  private SqlPage() {}

  /** A table, three questions, and a table and a view for whoever has a schema registry. */
  static List<String> statements(Streams streams) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "SQL.md"), UTF_8);
    List<String> statements =
        Pattern.compile("```sql\\n(.*?);\\n```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .map(sql -> sql.replace("media.statistics", streams.statistics))
            .map(sql -> sql.replace("localhost:9092", streams.broker.bootstrapServers()))
            .toList();
    assertThat(statements).hasSize(6);
    return statements;
  }
}
