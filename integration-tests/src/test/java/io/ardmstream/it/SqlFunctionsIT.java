package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The statements of {@code docs/CLIENTS.md} in a Flink that has nothing of ours but the one jar.
 */
@ExtendWith(StreamingSystem.class)
class SqlFunctionsIT {
  private static final Path JAR = Path.of("..", "flink-sql", "target", "ardm-flink-sql.jar");

  @Test
  @DisplayName("encoded records are decoded, told about and written in SQL")
  void functions(Streams streams) throws Exception {
    byte[] picture = Media.gradient(9, 8, 1);
    byte[] recording = Samples.named("audio/spoken-digit-seven.wav");
    streams.produce(
        List.of(
            new ProducerRecord<>(streams.raw, "door.pgm".getBytes(UTF_8), picture),
            new ProducerRecord<>(streams.raw, "seven.wav".getBytes(UTF_8), recording)));
    streams.compress();

    List<String> statements = new ArrayList<>(statements(streams));
    statements.add(
        "SELECT name, ARDM_DECODE(ARDM_ENCODE(file, 'none')) = file AS again FROM media");
    statements.add("SELECT ARDM_INFO(x'00112233') IS NULL AS is_null");
    statements.add("SELECT name FROM media WHERE file = x'" + hex(picture) + "'");
    statements.add("SELECT name FROM media WHERE file = x'" + hex(recording) + "'");
    List<String> answers = SqlProgram.run(statements);

    String media = answers.get(5);
    assertThat(media).contains("door.pgm", "PNM", "seven.wav", "WAV", "audio-fast");
    assertThat(answers.get(6)).contains("door.pgm", "TRUE").doesNotContain("FALSE");
    assertThat(answers.get(7)).contains("TRUE");
    assertThat(answers.get(8)).contains("door.pgm").doesNotContain("seven.wav");
    assertThat(answers.get(9)).contains("seven.wav").doesNotContain("door.pgm");
  }

  @Test
  @DisplayName("what the example for PyFlink says to Flink brings the files back")
  void pyFlink(Streams streams) throws Exception {
    byte[] picture = Media.gradient(9, 8, 1);
    streams.produce(
        List.of(new ProducerRecord<>(streams.raw, "door.pgm".getBytes(UTF_8), picture)));
    streams.compress();
    String example =
        Files.readString(Path.of("..", "examples", "python", "read_topic_with_pyflink.py"), UTF_8);

    String function =
        "CREATE TEMPORARY SYSTEM FUNCTION %s AS '%s' USING JAR '%s'"
            .formatted(
                first(example, "system_function\\(\"(\\w+)\""),
                first(example, "system_function\\(\"\\w+\", \"([\\w.]+)\""),
                JAR.toUri());
    String table =
        first(example, "execute_sql\\(f\"\"\"(.*?)\"\"\"\\)")
            .replace("{topic}", streams.encoded)
            .replace("{broker}", streams.broker.bootstrapServers());
    String query = first(example, "sql_query\\(\"(.*?)\"\\)");
    String same = "SELECT name FROM (" + query + ") WHERE file = x'" + hex(picture) + "'";

    assertThat(SqlProgram.run(List.of(function, table, same)).get(2)).contains("door.pgm");
  }

  private static String first(String text, String regex) {
    return Pattern.compile(regex, Pattern.DOTALL)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + regex + " in the example"))
        .group(1);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static List<String> statements(Streams streams) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "CLIENTS.md"), UTF_8);
    List<String> statements =
        Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .flatMap(block -> Pattern.compile(";\\n").splitAsStream(block.group(1)))
            .map(sql -> sql.replace("file:///opt/ardm-flink-sql.jar", JAR.toUri().toString()))
            .map(sql -> sql.replace("media.ardm", streams.encoded))
            .map(sql -> sql.replace("localhost:9092", streams.broker.bootstrapServers()))
            .filter(sql -> !sql.isBlank())
            .toList();
    assertThat(statements).hasSize(6);
    return statements;
  }
}
