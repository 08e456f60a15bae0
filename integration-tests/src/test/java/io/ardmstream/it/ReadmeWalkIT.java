package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of the README. */
class ReadmeWalkIT {
  private static final int BROKER_PORT = 9092;
  private static final int LONGEST_REPLAY = 10;

  @TempDir Path folder;

  @Test
  @Timeout(900)
  @DisplayName("every command works as written, and a successful replay says little")
  void walk() throws Exception {
    Walk.assertPortIsFree(BROKER_PORT);
    Walk walk = Walk.in(folder, List.of("samples", "config"));

    int code = Walk.end(walk.start(blocks()), Duration.ofMinutes(14));

    String said = walk.said();
    assertThat(code).as(said).isZero();
    assertThat(said)
        .contains("all the same", "27 records, ", "no dead letters", "Rates of media.statistics");
    assertThat(replayed(said)).as(said).hasSizeLessThanOrEqualTo(LONGEST_REPLAY);
    assertThat(folder.resolve("media-archive")).doesNotExist();
  }

  /** All blocks but the first, whose commands are tests of their own. */
  private static List<String> blocks() throws IOException {
    List<String> blocks = Walk.blocks("README.md");
    assertThat(blocks.get(0)).contains("./ardm demo", "./mvnw verify");
    assertThat(blocks).hasSizeGreaterThan(5);
    return blocks.subList(1, blocks.size());
  }

  /** What stands between the command and the next. */
  private static List<String> replayed(String said) {
    List<String> lines = said.lines().toList();
    int start =
        lines.indexOf("+ ./ardm replay --config config/replay.yaml --output.directory restored");
    assertThat(start).isPositive();
    return lines.subList(start + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("+ "))
        .toList();
  }
}
