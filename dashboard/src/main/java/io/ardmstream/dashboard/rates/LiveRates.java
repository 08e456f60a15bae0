package io.ardmstream.dashboard.rates;

import io.ardmstream.schema.RateStatistics;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that the page shows, in bounded memory: when there are too many series, the one that has been
 * silent for longest is forgotten. Safe for use by several threads.
 */
public final class LiveRates {

  private static final int RECENT_RECORDS = 20_000;

  private final Clock clock;
  private final int mostSeries;
  private final RecentRecords recent = new RecentRecords(RECENT_RECORDS);
  private final Map<Series.Key, Series> series = new LinkedHashMap<>(16, 0.75f, true);
  private long forgotten;

  /**
   * Nothing yet.
   *
   * @param mostSeries most pairs of stream and model, at least 1; each takes up to 200 KB
   */
  public LiveRates(Clock clock, int mostSeries) {
    this.clock = clock;
    this.mostSeries = mostSeries;
  }

  /**
   * Adds a record.
   *
   * @param key of the original record, as people read it; empty: none
   * @param timestamp of its Kafka record, in milliseconds of the epoch
   */
  public synchronized void add(RateStatistics statistics, String key, long timestamp) {
    RecordFacts facts = RecordFacts.of(statistics, key, recent.added(), timestamp, clock.millis());
    recent.add(facts);
    series
        .computeIfAbsent(facts.series(), Series::new)
        .add(facts.time(), statistics.getMedia(), Totals.of(statistics));
    if (series.size() > mostSeries) {
      series.remove(series.keySet().iterator().next());
      forgotten++;
    }
  }

  /** A record that is still remembered. */
  public synchronized Optional<RecordFacts> record(long number) {
    return recent.byNumber(number);
  }

  /** Makes a view while nothing changes. */
  public synchronized <T> T look(Function<LiveRates, T> view) {
    return view.apply(this);
  }

  /** Only while looking. */
  public List<Series> series() {
    return List.copyOf(series.values());
  }

  /** Only while looking. */
  public RecentRecords recent() {
    return recent;
  }

  /** How many series were forgotten; only while looking. */
  public long forgotten() {
    return forgotten;
  }
}
