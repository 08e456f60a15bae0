package io.ardmstream.jobs.job;

import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * What a job did until it ended.
 *
 * @param records records encoded or restored
 * @param rawBytes bytes of their media
 * @param encodedBytes bytes of their containers
 * @param tombstones records without a value, passed through
 * @param deadLetters records that could not be handled
 */
public record JobReport(
    long records, long rawBytes, long encodedBytes, long tombstones, long deadLetters) {

  /** What Flink says a job did. */
  public static JobReport of(JobExecutionResult result) {
    Map<String, Object> counts = result.getAllAccumulatorResults();
    return new JobReport(
        count(counts, "records"),
        count(counts, "raw_bytes"),
        count(counts, "encoded_bytes"),
        count(counts, "tombstones"),
        count(counts, "dead_letters"));
  }

  /** Prints what a job did, if its end was waited for; a cluster of its own does not wait. */
  static void print(JobExecutionResult result, PrintStream out) {
    if (result.isJobExecutionResult()) {
      out.println(of(result));
    }
  }

  /** Raw bytes for each encoded byte; 0 if there are none. */
  public double ratio() {
    return encodedBytes == 0 ? 0 : (double) rawBytes / encodedBytes;
  }

  @Override
  public String toString() {
    return "%d records, %d raw bytes, %d encoded bytes (ratio %.3f), %d tombstones, %d dead letters"
        .formatted(records, rawBytes, encodedBytes, ratio(), tombstones, deadLetters);
  }

  private static long count(Map<String, Object> counts, String name) {
    return (Long) Objects.requireNonNullElse(counts.get(name), 0L);
  }
}
