package io.ardmstream.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that tests start. */
@Timeout(60)
class ProgramIT {

  /** A whole line of its own: the JVM may have something to say before it. */
  private static final Pattern STARTED = Pattern.compile("(?m)^started (\\d+)$(?=\\R)");

  @Test
  void endsWithTheJvmThatStartedItHoweverThatEnds() throws Exception {
    List<String> starter =
        Program.java(
            List.of("-Djvm.flags=" + System.getProperty("jvm.flags")),
            System.getProperty("java.class.path"),
            Starter.class.getName(),
            List.of());
    try (Program jvm = Program.start("starter", starter, Map.of())) {
      Wait.until("the program is started", () -> STARTED.matcher(jvm.output()).find());
      Matcher started = STARTED.matcher(jvm.output());
      assertThat(started.find()).isTrue();
      ProcessHandle program = ProcessHandle.of(Long.parseLong(started.group(1))).orElseThrow();
      assertThat(program.isAlive()).isTrue();
      jvm.kill();
      program.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  /** Starts a program and never ends. */
  static final class Starter {

    private Starter() {}

    public static void main(String[] none) throws Exception {
      Program program = Program.start("sleep", List.of("sleep", "3600"), Map.of());
      System.out.println("started " + program.pid());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
