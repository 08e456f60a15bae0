package io.ardmstream.dashboard.rates;

import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.Origin;
import io.ardmstream.schema.RateStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is remembered of one encoded record, and shown.
 *
 * @param number counts the records that were read
 * @param time when it was encoded, in milliseconds of the epoch
 * @param timestamp of its Kafka record, in milliseconds of the epoch
 * @param stream it belongs to
 * @param id its identity in the stream
 * @param key of the original record, as people read it; empty: none
 * @param model name and version of the model; empty: none
 * @param media what its samples are
 * @param format of the original file
 * @param width columns, or frames
 * @param height rows
 * @param channels of a pixel or a frame
 * @param bitDepth of a sample
 * @param samples number of them
 * @param rawBytes length of the original
 * @param encodedBytes length of the container
 * @param encodeMillis time it took
 * @param blocks by coding mode
 * @param fallbackReasons why blocks fell back from the model
 * @param origin where the original was read
 */
public record RecordFacts(
    long number,
    long time,
    long timestamp,
    String stream,
    String id,
    String key,
    String model,
    String media,
    String format,
    int width,
    int height,
    int channels,
    int bitDepth,
    long samples,
    long rawBytes,
    long encodedBytes,
    double encodeMillis,
    Modes blocks,
    List<String> fallbackReasons,
    Place origin) {

  /** Texts come from outside, and thousands of records are kept. */
  private static final int LONGEST_TEXT = 250;

  private static final int MOST_REASONS = 4;

  /**
   * Where a record lies in Kafka.
   *
   * @param topic its topic
   * @param partition its partition
   * @param offset its offset in the partition
   */
  public record Place(String topic, int partition, long offset) {

    private static final Pattern WRITTEN = Pattern.compile("([^/]+)/(\\d{1,9})/(\\d{1,18})");

    /** The place that an address names as {@code topic/partition/offset}; empty: it names none. */
    public static Optional<Place> read(String text) {
      Matcher written = WRITTEN.matcher(text);
      return written.matches()
          ? Optional.of(
              new Place(
                  written.group(1),
                  Integer.parseInt(written.group(2)),
                  Long.parseLong(written.group(3))))
          : Optional.empty();
    }

    public static Place of(Origin origin) {
      return new Place(origin.getTopic(), origin.getPartition(), origin.getOffset());
    }
  }

  /**
   * The facts of a record.
   *
   * @param key of the original record, as people read it; empty: none
   * @param number counts the records that were read
   * @param timestamp of the Kafka record
   * @param now the present: no record was encoded later, whatever its clock said
   */
  public static RecordFacts of(
      RateStatistics one, String key, long number, long timestamp, long now) {
    Instant encodedAt = one.getEncodedAt();
    return new RecordFacts(
        number,
        Math.min(now, encodedAt == null ? timestamp : encodedAt.toEpochMilli()),
        timestamp,
        shortened(one.getStream()),
        shortened(one.getId()),
        shortened(key),
        name(one.getModel()),
        one.getMedia().name(),
        shortened(one.getFormat()),
        one.getWidth(),
        one.getHeight(),
        one.getChannels(),
        one.getBitDepth(),
        one.getSamples(),
        one.getRawBytes(),
        one.getEncodedBytes(),
        one.getEncodeMillis(),
        Modes.of(one.getBlocks()),
        one.getFallbackReasons().stream().limit(MOST_REASONS).map(RecordFacts::shortened).toList(),
        Place.of(one.getOrigin()));
  }

  public Series.Key series() {
    return new Series.Key(stream, model);
  }

  /** Raw bytes to encoded bytes. */
  public double ratio() {
    return encodedBytes == 0 ? 0 : (double) rawBytes / encodedBytes;
  }

  private static String name(ModelReference model) {
    return model == null ? "" : shortened(model.getName() + "-" + model.getVersion());
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
