package io.ardmstream.dashboard;

import io.ardmstream.dashboard.rates.LiveRates;
import io.ardmstream.dashboard.rates.RecentRecords;
import io.ardmstream.dashboard.rates.RecordFacts;
import io.ardmstream.dashboard.rates.RecordFacts.Place;
import io.ardmstream.dashboard.rates.RefusedRecords;
import io.ardmstream.dashboard.rates.Selection;
import io.ardmstream.dashboard.rates.Series;
import io.ardmstream.dashboard.rates.Totals;
import io.ardmstream.dashboard.rates.WindowSpan;
import io.ardmstream.dashboard.topic.Feed;
import io.ardmstream.dashboard.topic.TopicWatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the view of a selection. */
record ViewBuilder(LiveRates rates, Selection selection, Optional<Place> chosen, long now) {

  private static final int MOST_LINES = 6;
  private static final int MOST_RECORDS = 12;

  /**
   * Builds it.
   *
   * @param refused null: not asked for
   */
  View build(Feed.State feed, TopicWatch.State topics, RefusedRecords.Shown refused) {
    return new View(
        now, feed, topics, streams(), rates.forgotten(), models(), chart(), records(), refused);
  }

  private WindowSpan span() {
    return WindowSpan.of(selection.from(), selection.to(), now);
  }

  private List<View.Stream> streams() {
    List<Series> wanted = rates.series().stream().filter(selection::takesKind).toList();
    WindowSpan span = span();
    return grouped(wanted, each -> each.key().stream()).entrySet().stream()
        .map(entry -> stream(entry.getKey(), entry.getValue(), span))
        .toList();
  }

  private static View.Stream stream(String name, List<Series> all, WindowSpan span) {
    Series latest = all.stream().max(Comparator.comparing(Series::lastTime)).orElseThrow();
    Totals totals = sum(all, span);
    return new View.Stream(
        name,
        latest.media().name(),
        all.stream().map(each -> each.key().model()).sorted().toList(),
        latest.lastTime(),
        totals.records(),
        totals.rawBytes(),
        totals.encodedBytes());
  }

  private List<String> models() {
    return rates.series().stream().map(each -> each.key().model()).distinct().sorted().toList();
  }

  private View.Chart chart() {
    List<Series> wanted = rates.series().stream().filter(selection::takes).toList();
    WindowSpan span = span();
    List<Series> active = wanted.stream().filter(each -> each.over(span).records() > 0).toList();
    Map<String, List<Series>> byModel = grouped(active, each -> each.key().model());
    Map<String, List<Series>> byStream = grouped(active, each -> each.key().stream());
    return new View.Chart(
        span.from(),
        span.resolution().millis(),
        Flow.of(windows(active, span)),
        byStream.size() == 1 ? lines("model", byModel, span) : lines("stream", byStream, span),
        byStream.size(),
        byModel.entrySet().stream()
            .map(entry -> new View.ModelTotals(entry.getKey(), sum(entry.getValue(), span)))
            .toList());
  }

  private static View.Lines lines(String of, Map<String, List<Series>> groups, WindowSpan span) {
    return new View.Lines(of, groups.size(), largest(groups, span));
  }

  private static List<Line> largest(Map<String, List<Series>> groups, WindowSpan span) {
    Comparator<Map.Entry<String, Long>> largest = Map.Entry.comparingByValue();
    return groups.entrySet().stream()
        .map(group -> Map.entry(group.getKey(), sum(group.getValue(), span).rawBytes()))
        .sorted(largest.reversed().thenComparing(Map.Entry::getKey))
        .limit(MOST_LINES)
        .map(group -> Line.of(group.getKey(), windows(groups.get(group.getKey()), span)))
        .toList();
  }

  private View.Records records() {
    RecentRecords recent = rates.recent();
    Comparator<RecordFacts> newest = Comparator.comparing(RecordFacts::number).reversed();
    Comparator<RecordFacts> slowest = Comparator.comparing(RecordFacts::encodeMillis).reversed();
    Comparator<RecordFacts> worst = Comparator.comparing(RecordFacts::ratio);
    return new View.Records(
        recent.first(MOST_RECORDS, newest, selection::takes),
        recent.first(MOST_RECORDS, slowest.thenComparing(newest), selection::takes),
        recent.first(MOST_RECORDS, worst.thenComparing(newest), selection::takes),
        chosen
            .map(place -> recent.first(1, newest, record -> record.origin().equals(place)))
            .orElse(List.of()));
  }

  private static Map<String, List<Series>> grouped(
      Collection<Series> series, Function<Series, String> name) {
    Map<String, List<Series>> groups = new TreeMap<>();
    series.forEach(
        each -> groups.computeIfAbsent(name.apply(each), unseen -> new ArrayList<>()).add(each));
    return groups;
  }

  private static Totals sum(List<Series> series, WindowSpan span) {
    return series.stream().map(each -> each.over(span)).reduce(Totals.NONE, Totals::plus);
  }

  private static Totals[] windows(List<Series> series, WindowSpan span) {
    Totals[] windows = span.empty();
    series.forEach(each -> each.addTo(windows, span));
    return windows;
  }
}
