package io.ardmstream.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.cli.CliRun;
import org.junit.jupiter.api.Test;

class SelfTestCommandTest {
  @Test
  void everyModelIsExactOnThisMachine() {
    CliRun run = CliRun.of("selftest", "--json");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.json().get("exact").getAsBoolean()).isTrue();
    assertThat(run.json().get("tensorflow").getAsString()).startsWith("2.16.");
  }
}
