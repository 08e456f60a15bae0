package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import io.ardmstream.schema.VerifyResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The windows that one record belongs to, in UTC, holding this record alone. */
public final class StatisticsWindows {

  /** Lengths of windows, the shortest first. */
  public static final List<Duration> LENGTHS =
      List.of(Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));

  private StatisticsWindows() {}

  /**
   * One window of each length.
   *
   * @param timestamp of the Kafka record, for statistics that carry no time at all; milliseconds
   */
  public static List<RateWindow> of(RateStatistics statistics, long timestamp) {
    long time = time(statistics, timestamp).toEpochMilli();
    return LENGTHS.stream().map(length -> window(statistics, time, length.toMillis())).toList();
  }

  private static Instant time(RateStatistics statistics, long timestamp) {
    return Stream.of(
            statistics.getEventTime(),
            statistics.getOrigin().getTimestamp(),
            statistics.getEncodedAt())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> Instant.ofEpochMilli(Math.max(0, timestamp)));
  }

  private static RateWindow window(RateStatistics statistics, long time, long length) {
    long start = Math.floorDiv(time, length) * length;
    long encoded = statistics.getEncodedBytes();
    return RateWindow.newBuilder()
        // PostgreSQL has no text with this character
        .setStream(statistics.getStream().replace('\0', '\uFFFD'))
        .setModel(statistics.getModel())
        .setMedia(statistics.getMedia())
        .setWindowStart(Instant.ofEpochMilli(start))
        .setWindowEnd(Instant.ofEpochMilli(start + length))
        .setRecords(1)
        .setSamples(statistics.getSamples())
        .setRawBytes(statistics.getRawBytes())
        .setSampleBytes(statistics.getSampleBytes())
        .setEncodedBytes(encoded)
        .setLeaningSavedBytes(statistics.getLeaningSavedBytes())
        .setRatio(encoded == 0 ? 0 : (double) statistics.getRawBytes() / encoded)
        .setBitsPerDimension(statistics.getBitsPerDimension())
        .setBlocks(statistics.getBlocks())
        .setIdealBits(statistics.getIdealBits())
        .setModelledBits(statistics.getModelledBits())
        .setStageBits(statistics.getStageBits())
        .setEncodeMillis(statistics.getEncodeMillis())
        .setFallbackRecords(statistics.getFallbackReasons().isEmpty() ? 0 : 1)
        .setVerifyFailures(statistics.getVerify() == VerifyResult.REPAIRED ? 1 : 0)
        .build();
  }
}
