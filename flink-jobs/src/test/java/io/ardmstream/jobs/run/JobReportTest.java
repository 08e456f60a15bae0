package io.ardmstream.jobs.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.config.ReportFormat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.DetachedJobExecutionResult;
import org.apache.flink.util.OptionalFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobReportTest {

  @Test
  void theEndOfAJobIsReported() {
    Map<String, OptionalFailure<Object>> counts =
        Map.of("records", OptionalFailure.of(2L), "raw_bytes", OptionalFailure.of(10L));
    assertThat(printed(new JobExecutionResult(new JobID(), 1, counts)))
        .startsWith("2 records, 10 raw bytes, 0 encoded bytes");
  }

  @Test
  @DisplayName("what is missing and what failed is named, in text and in JSON")
  void remarksAreReported() {
    Map<String, OptionalFailure<Object>> counts =
        Map.of(
            "checksum", OptionalFailure.of(-1L),
            "missing model a", OptionalFailure.of(3L),
            "failed t-0-1: CORRUPT_DATA: \"x\"", OptionalFailure.of(1L));
    JobReport report = JobReport.of(new JobExecutionResult(new JobID(), 1, counts));
    assertThat(report.in(ReportFormat.TEXT).lines())
        .hasSize(3)
        .first()
        .asString()
        .endsWith("checksum ffffffffffffffff");
    assertThat(report.in(ReportFormat.TEXT))
        .contains("missing: model a (3 records)", "failed: t-0-1: CORRUPT_DATA: \"x\"");
    assertThat(report.in(ReportFormat.JSON))
        .contains("\"checksum\" : \"ffffffffffffffff\"", "\"what\" : \"model a\"")
        .contains("\"t-0-1: CORRUPT_DATA: \\\"x\\\"\"");
  }

  @Test
  @DisplayName("dead letters are counted by reason, and of many only some are named in the text")
  void deadLettersAreReported() {
    Map<String, OptionalFailure<Object>> counts = new HashMap<>();
    counts.put("dead_letters", OptionalFailure.of(15L));
    counts.put("refused CORRUPT_DATA", OptionalFailure.of(15L));
    for (int i = 0; i < 15; i++) {
      counts.put("failed t-0-" + i + ": CORRUPT_DATA: x", OptionalFailure.of(1L));
    }
    JobReport report = JobReport.of(new JobExecutionResult(new JobID(), 1, counts));
    assertThat(report.in(ReportFormat.TEXT).lines())
        .hasSize(13)
        .contains("dead letters: 15 CORRUPT_DATA")
        .last()
        .isEqualTo("failed: and others");
    assertThat(report.in(ReportFormat.JSON)).contains("\"CORRUPT_DATA\" : 15");
  }

  @Test
  @DisplayName("in application mode there is nothing to report, which is no failure")
  void aJobThatIsNotWaitedForIsNotReported() {
    assertThat(printed(new DetachedJobExecutionResult(new JobID()))).isEmpty();
  }

  private static String printed(JobExecutionResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JobReport.print(result, ReportFormat.TEXT, new PrintStream(bytes, true, UTF_8));
    return bytes.toString(UTF_8);
  }
}
