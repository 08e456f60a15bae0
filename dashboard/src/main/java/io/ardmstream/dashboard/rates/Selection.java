package io.ardmstream.dashboard.rates;

import io.ardmstream.dashboard.web.Query;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody wants to see.
 *
 * @param streams names of the streams; empty: all
 * @param model name and version; empty: all
 * @param media kind of the samples; empty: all
 * @param key part of the key or identity of single records; empty: all
 * @param from begin of the time, in milliseconds of the epoch
 * @param to end of the time
 */
public record Selection(
    Set<String> streams, String model, String media, String key, long from, long to) {

  /** Longest time back, when a query names none: five minutes. */
  private static final long USUAL = 300;

  private static final int MOST_STREAMS = 1_000;

  /**
   * Reads {@code stream} (any number), {@code model}, {@code media}, {@code key}, and either {@code
   * last} (seconds) or {@code from} and {@code to} (milliseconds of the epoch).
   *
   * @throws BadQueryException if a number is none
   */
  public static Selection of(Query query, long now) {
    long from = query.number("from", now - 1_000 * query.number("last", USUAL));
    return new Selection(
        Set.copyOf(query.all("stream").stream().distinct().limit(MOST_STREAMS).toList()),
        query.text("model"),
        query.text("media"),
        query.text("key").toLowerCase(Locale.ROOT),
        from,
        Math.max(from, query.number("to", now)));
  }

  /** Whether a series is wanted, whatever its stream. */
  public boolean takesKind(Series series) {
    return (model.isEmpty() || model.equals(series.key().model()))
        && (media.isEmpty() || media.equals(series.media().name()));
  }

  public boolean takes(Series series) {
    return takesKind(series) && (streams.isEmpty() || streams.contains(series.key().stream()));
  }

  public boolean takes(RecordFacts record) {
    return record.time() >= from
        && record.time() <= to
        && (streams.isEmpty() || streams.contains(record.stream()))
        && (model.isEmpty() || model.equals(record.model()))
        && (media.isEmpty() || media.equals(record.media()))
        && takesName(record.key(), record.id());
  }

  /** Whether what was refused is wanted. */
  public boolean takes(RefusedRecord refused) {
    return refused.time() >= from
        && refused.time() <= to
        && (streams.isEmpty() || streams.contains(refused.stream()))
        && takesName(refused.key(), refused.id());
  }

  private boolean takesName(String recordKey, String id) {
    return key.isEmpty()
        || recordKey.toLowerCase(Locale.ROOT).contains(key)
        || id.toLowerCase(Locale.ROOT).contains(key);
  }
}
