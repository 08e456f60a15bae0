package io.ardmstream.jobs.run;

import io.ardmstream.jobs.config.ReportFormat;
import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * What a job did until it ended.
 *
 * @param records records encoded or restored
 * @param rawBytes bytes of their media
 * @param encodedBytes bytes of their containers
 * @param tombstones records without a value, passed through
 * @param deadLetters records that could not be handled
 * @param checksum sum, modulo 2^64, of the first eight bytes of the SHA-256 of each media
 * @param reasons dead letters by the kind of failure
 * @param missing records by the model, or the version of the format, that they need and that is not
 *     installed
 * @param failures records that could not be handled, each with the reason; of many, only some
 */
public record JobReport(
    long records,
    long rawBytes,
    long encodedBytes,
    long tombstones,
    long deadLetters,
    long checksum,
    Map<String, Long> reasons,
    Map<String, Long> missing,
    Map<String, Long> failures) {

  /** More would hide the rest; the dead-letter topic has all. */
  private static final int MOST_SHOWN = 10;

  /** What Flink says a job did. */
  public static JobReport of(JobExecutionResult result) {
    return of(result.getAllAccumulatorResults());
  }

  /** What the accumulators of a job say. */
  static JobReport of(Map<String, Object> counts) {
    return new JobReport(
        count(counts, "records"),
        count(counts, "raw_bytes"),
        count(counts, "encoded_bytes"),
        count(counts, "tombstones"),
        count(counts, "dead_letters"),
        count(counts, "checksum"),
        remarks(counts, "refused "),
        remarks(counts, "missing "),
        remarks(counts, "failed "));
  }

  /** Prints what a job did, if its end was waited for; a cluster of its own does not wait. */
  public static void print(JobExecutionResult result, ReportFormat format, PrintStream out) {
    if (result.isJobExecutionResult()) {
      out.println(of(result).in(format));
    }
  }

  /** The report in a format, without a line end. */
  public String in(ReportFormat format) {
    return format == ReportFormat.JSON ? ReportJson.of(this) : toString();
  }

  /** Raw bytes for each encoded byte; 0 if there are none. */
  public double ratio() {
    return encodedBytes == 0 ? 0 : (double) rawBytes / encodedBytes;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d records, %d raw bytes, %d encoded bytes (ratio %.3f), %d tombstones, %d dead letters, checksum %016x"
            .formatted(
                records, rawBytes, encodedBytes, ratio(), tombstones, deadLetters, checksum));
    missing.forEach(
        (what, count) -> text.append("%nmissing: %s (%d records)".formatted(what, count)));
    reasons.forEach((what, count) -> text.append("%ndead letters: %d %s".formatted(count, what)));
    failures.keySet().stream()
        .limit(MOST_SHOWN)
        .forEach(failure -> text.append("%nfailed: %s".formatted(failure)));
    if (failures.size() > MOST_SHOWN) {
      text.append("%nfailed: and others".formatted());
    }
    return text.toString();
  }

  private static long count(Map<String, Object> counts, String name) {
    return (Long) Objects.requireNonNullElse(counts.get(name), 0L);
  }

  private static Map<String, Long> remarks(Map<String, Object> counts, String kind) {
    Map<String, Long> remarks = new TreeMap<>();
    counts.forEach(
        (name, count) -> {
          if (name.startsWith(kind)) {
            remarks.put(name.substring(kind.length()), (Long) count);
          }
        });
    return remarks;
  }
}
