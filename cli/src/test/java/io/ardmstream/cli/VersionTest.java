package io.ardmstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void isThatOfTheBuild() {
    assertThat(CliRun.of("--version").out()).matches("ardm-stream \\d+\\.\\d+\\.\\d+\\S*\\R");
  }
}
