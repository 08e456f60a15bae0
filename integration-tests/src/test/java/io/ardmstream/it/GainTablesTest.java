package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is promised in two places is promised once. */
class GainTablesTest {

  @Test
  @DisplayName("README and OPERATIONS.md say the same of what a format gains")
  void sameGains() throws IOException {
    List<String> readme = table(Path.of("..", "README.md"));
    assertThat(readme).hasSizeGreaterThan(5);
    assertThat(table(Path.of("..", "docs", "OPERATIONS.md"))).isEqualTo(readme);
  }

  private static List<String> table(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .dropWhile(line -> !line.startsWith("| comes in |"))
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}
