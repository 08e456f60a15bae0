package io.ardmstream.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/OPERATIONS.md} quotes what the program really says and counts. */
class OperationsManualTest {

  private static final String MANUAL =
      Repository.text(Repository.ROOT.resolve("docs/OPERATIONS.md"));
  private static final List<String> SOURCES = sources();

  static List<String> messages() {
    String table = MANUAL.substring(MANUAL.indexOf("\n## Troubleshooting"));
    return firstCells(table.substring(0, table.indexOf("\n## ", 1)));
  }

  @ParameterizedTest
  @MethodSource("messages")
  @DisplayName("a message in the table stands in one source file, piece by piece")
  void messagesAreReal(String message) {
    List<String> pieces =
        Arrays.stream(message.split("…")).map(String::strip).filter(p -> p.length() > 2).toList();
    assertThat(pieces).isNotEmpty();
    assertThat(SOURCES).anyMatch(source -> pieces.stream().allMatch(source::contains));
  }

  @Test
  @DisplayName("every metric that the sources make is listed; DashboardsIT has the real ones")
  void everyMetricIsListed() {
    Pattern made = Pattern.compile("counts\\.(?:of|distribution)\\(\\s*\"([a-z_]+)\"");
    assertThat(SOURCES)
        .flatMap(source -> made.matcher(source).results().map(match -> match.group(1)).toList())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(MANUAL).containsPattern("\\| `ardm_[a-z_]*" + name + "(_total)?` \\|"));
  }

  @Test
  @DisplayName("the alerts that it lists are those of the rules")
  void alertsAreThoseOfTheRules() {
    JsonNode rules = Repository.yaml(Repository.DOCKER.resolve("prometheus/alerts.yaml"));
    String table = MANUAL.substring(MANUAL.indexOf("| alert |"));
    assertThat(firstCells(table.substring(0, table.indexOf("\n\n"))))
        .isEqualTo(rules.findValuesAsText("alert"));
  }

  @Test
  void filesThatItNamesExist() {
    Pattern link =
        Pattern.compile("\\]\\((?!https:)([^)#]+)\\)|`(docker/[a-z./-]+|schemas/[a-z]+)`");
    assertThat(link.matcher(MANUAL).results())
        .isNotEmpty()
        .allSatisfy(
            match -> {
              boolean relative = match.group(1) != null;
              String path = relative ? "docs/" + match.group(1) : match.group(2);
              assertThat(Repository.ROOT.resolve(path)).exists();
            });
  }

  private static List<String> firstCells(String table) {
    return Pattern.compile("(?m)^\\| `([^`]+)` \\|")
        .matcher(table)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** All main sources, with texts that are joined by + written as one. */
  private static List<String> sources() {
    try (Stream<Path> files = Files.walk(Repository.ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("src/main/"))
          .map(file -> Repository.text(file).replaceAll("\"\\s*\\+\\s*\"", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
