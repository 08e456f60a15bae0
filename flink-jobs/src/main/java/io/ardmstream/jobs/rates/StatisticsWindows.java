package io.ardmstream.jobs.rates;

import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import io.ardmstream.schema.VerifyResult;
import java.nio.charset.StandardCharsets;
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

  /** Of what time is told beyond these, no database knows a day. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** Bytes of a name in UTF-8: PostgreSQL indexes keys of at most 2704 bytes. */
  private static final int LONGEST_STREAM = 2000;

  private static final int LONGEST_DIGEST = 200;

  private static final int HASH_BYTES = 12;

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

  /** The first of its times that can be. */
  private static Instant time(RateStatistics statistics, long timestamp) {
    return Stream.of(
            statistics.getEventTime(),
            statistics.getOrigin().getTimestamp(),
            statistics.getEncodedAt(),
            Instant.ofEpochMilli(timestamp))
        .filter(Objects::nonNull)
        .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST))
        .findFirst()
        .orElse(Instant.EPOCH);
  }

  private static RateWindow window(RateStatistics statistics, long time, long length) {
    long start = Math.floorDiv(time, length) * length;
    long encoded = statistics.getEncodedBytes();
    return RateWindow.newBuilder()
        .setStream(stored(statistics.getStream(), LONGEST_STREAM))
        .setModel(statistics.getModel() == null ? null : stored(statistics.getModel()))
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

  private static ModelReference stored(ModelReference model) {
    return new ModelReference(
        stored(model.getName(), LONGEST_STREAM),
        model.getVersion(),
        stored(model.getDigest(), LONGEST_DIGEST));
  }

  /** The text as PostgreSQL takes it; what is too long ends with a hash of the whole. */
  private static String stored(String text, int most) {
    // PostgreSQL has no text with this character
    String storable = text.replace('\0', '\uFFFD');
    byte[] bytes = storable.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= most) {
      return storable;
    }
    String begin = new String(bytes, 0, most - HASH_BYTES, StandardCharsets.UTF_8);
    return begin + "~" + Integer.toHexString(storable.hashCode());
  }
}
