package io.ardmstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was found before stays fixed. */
class CorpusTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Stream<Arguments> inputs() {
    return Arrays.stream(Target.values())
        .flatMap(target -> target.inputs().stream().map(file -> Arguments.of(target, file)));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void noInputHangsOrFails(Target target, Path input) throws Exception {
    byte[] bytes = Files.readAllBytes(input);
    assertTimeoutPreemptively(
        PATIENCE, () -> CostOracle.check(bytes.length, () -> target.run(bytes)));
  }

  @ParameterizedTest
  @EnumSource
  void everyTargetBeginsWithSomething(Target target) {
    assertThat(target.inputs()).isNotEmpty();
  }
}
