package io.ardmstream.cli.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.ardmstream.cli.CliRun;
import org.junit.jupiter.api.Test;

class SelfTestCommandTest {
  @Test
  void everyModelIsExactOnThisMachine() {
    CliRun run = CliRun.of("selftest", "--json");

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.json().get("exact").getAsBoolean()).isTrue();
    JsonObject engines = run.json().getAsJsonObject("engines");
    assertThat(engines.get("java").getAsString()).startsWith("vectors of ");
    assertThat(engines.get("tensorflow").getAsString()).startsWith("TensorFlow 2.16.");
  }
}
