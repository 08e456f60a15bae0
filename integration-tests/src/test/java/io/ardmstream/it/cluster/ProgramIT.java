package io.ardmstream.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that tests start. */
@Timeout(60)
class ProgramIT {

  @Test
  void endsWithTheJvmThatStartedItHoweverThatEnds() throws Exception {
    List<String> starter =
        Program.java(
            List.of("-Djvm.flags=" + System.getProperty("jvm.flags")),
            System.getProperty("java.class.path"),
            Starter.class.getName(),
            List.of());
    try (Program jvm = Program.start("starter", starter, Map.of())) {
      Wait.until("the program is started", () -> jvm.output().endsWith("\n"));
      ProcessHandle program = ProcessHandle.of(Long.parseLong(jvm.output().strip())).orElseThrow();
      assertThat(program.isAlive()).isTrue();
      jvm.kill();
      program.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  /** Starts a program and never ends. */
  static final class Starter {

    private Starter() {}

    public static void main(String[] none) throws Exception {
      System.out.println(Program.start("sleep", List.of("sleep", "3600"), Map.of()).pid());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
