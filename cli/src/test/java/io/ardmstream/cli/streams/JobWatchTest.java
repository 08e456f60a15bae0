package io.ardmstream.cli.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.run.JobReport;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobWatchTest {

  @Test
  void aLineSaysHowFarAJobIs() {
    assertThat(JobWatch.line(report(0), Duration.ofSeconds(3725)))
        .isEqualTo("1:02:05  1,234 records, 50.0 MB to 20.0 MB (ratio 2.500), 0.01 MB/s");
  }

  @Test
  void deadLettersAreSeenAtOnce() {
    assertThat(JobWatch.line(report(7), Duration.ofSeconds(10))).endsWith(", 7 dead letters");
  }

  private static JobReport report(long deadLetters) {
    return new JobReport(
        1234, 50_000_000, 20_000_000, 0, deadLetters, 0, Map.of(), Map.of(), Map.of());
  }
}
