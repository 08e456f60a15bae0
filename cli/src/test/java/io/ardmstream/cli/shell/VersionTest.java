package io.ardmstream.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.cli.CliRun;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void isThatOfTheBuild() {
    assertThat(CliRun.of("--version").out()).matches("ardm-stream \\d+\\.\\d+\\.\\d+\\S*\\R");
  }
}
