package io.ardmstream.dashboard;

import static io.ardmstream.dashboard.PageRecords.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.dashboard.rates.LiveRates;
import io.ardmstream.dashboard.rates.RecordFacts;
import io.ardmstream.dashboard.rates.RefusedRecord;
import io.ardmstream.dashboard.rates.RefusedRecords;
import io.ardmstream.dashboard.rates.Selection;
import io.ardmstream.dashboard.topic.Feed;
import io.ardmstream.dashboard.topic.TopicWatch;
import io.ardmstream.dashboard.web.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ViewTest {

  private static final Feed.State FEED = new Feed.State("statistics", 4, 0, 0, "");
  private static final TopicWatch.State TOPICS = new TopicWatch.State(0, 0, 0);
  private final LiveRates rates =
      new LiveRates(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC), 3);

  @Test
  void sumsWhatWasSelected() {
    add("door", "fine", NOW - 2_000, 100, 50);
    add("door", "fine", NOW - 1_000, 300, 50);
    add("yard", "fast", NOW - 1_000, 500, 100);
    add("yard", "fast", NOW - 400_000, 900, 100);

    View all = view("");
    assertThat(all.streams()).extracting(View.Stream::name).containsExactly("door", "yard");
    assertThat(all.models()).containsExactly("fast-1", "fine-1");
    assertThat(LongStream.of(all.chart().all().rawBytes()).sum()).isEqualTo(900);
    assertThat(all.chart().lines().largest())
        .extracting(Line::name)
        .containsExactly("yard", "door");

    View door = view("stream=door");
    assertThat(door.streams()).hasSize(2);
    assertThat(door.chart().lines().largest()).extracting(Line::name).containsExactly("fine-1");
    assertThat(door.chart().byModel().get(0).totals().stageBits()).containsExactly(200, 600);
    assertThat(door.records().worst()).extracting(RecordFacts::ratio).containsExactly(2.0, 6.0);
    assertThat(door.records().slowest()).extracting(RecordFacts::number).containsExactly(1L, 0L);

    assertThat(view("model=fast-1").chart().lines().largest())
        .extracting(Line::name)
        .contains("fast-1");
    assertThat(view("last=3600").chart().all().rawBytes()).contains(900).hasSize(61);
    assertThat(view("from=" + (NOW - 1_500) + "&to=" + NOW).records().newest()).hasSize(2);
  }

  @Test
  void windowsLieWhereTheirTimeSays() {
    add("door", "fine", NOW - 2_000, 100, 50);

    View.Chart chart = view("").chart();

    int window = (int) ((NOW - 2_000 - chart.from()) / chart.step());
    assertThat(chart.step()).isEqualTo(1_000);
    assertThat(chart.all().rawBytes()[window]).isEqualTo(100);
    assertThat(chart.lines().largest().get(0).encodedBytes()[window]).isEqualTo(50);
  }

  @Test
  void forgetsTheLongestSilentSeries() {
    for (String stream : new String[] {"a", "b", "c", "a", "d"}) {
      add(stream, "", NOW, 10, 5);
    }
    assertThat(view("").streams()).extracting(View.Stream::name).containsExactly("a", "c", "d");
  }

  @Test
  void clocksThatAreAheadDoNotMoveTheRings() {
    add("door", "fine", NOW - 1_000, 100, 50);
    add("door", "fine", NOW + 86_400_000, 300, 50);

    assertThat(LongStream.of(view("").chart().all().rawBytes()).sum()).isEqualTo(400);
  }

  @Test
  void recordsAreFoundByKey() {
    rates.add(PageRecords.of("door", "fine", NOW, 100, 50), "heron.png", NOW);
    rates.add(PageRecords.of("door", "fine", NOW, 100, 50), "stork.png", NOW);

    assertThat(view("key=HERON").records().newest())
        .extracting(RecordFacts::key)
        .containsExactly("heron.png");
    assertThat(view("key=none").records().newest()).isEmpty();
    assertThat(view("key=heron").chart().all().rawBytes()).contains(200);
  }

  @Test
  void whatWasRefusedIsCountedByReasonAndShownLatestFirst() {
    RefusedRecords refused = new RefusedRecords();
    refused.add(new RefusedRecord(NOW - 2, "door", "door-0-1", "a", "TOO_LARGE", 9, "large"));
    refused.add(new RefusedRecord(NOW - 1, "yard", "yard-0-1", "b", "CORRUPT_DATA", 9, "flipped"));
    refused.add(new RefusedRecord(NOW, "door", "door-0-2", "", "TOO_LARGE", 9, "larger"));

    RefusedRecords.Shown all = refused.shown(Selection.of(Query.parse(""), NOW));
    assertThat(all.reasons())
        .containsExactly(Map.entry("CORRUPT_DATA", 1L), Map.entry("TOO_LARGE", 2L));
    assertThat(all.latest())
        .extracting(RefusedRecord::message)
        .containsExactly("larger", "flipped", "large");
    assertThat(refused.shown(Selection.of(Query.parse("stream=yard"), NOW)).latest()).hasSize(1);
    assertThat(refused.shown(Selection.of(Query.parse("key=door-0-2"), NOW)).latest()).hasSize(1);
  }

  private void add(String stream, String model, long time, long raw, long encoded) {
    rates.add(PageRecords.of(stream, model, time, raw, encoded), "", time);
  }

  private View view(String query) {
    Selection selection = Selection.of(Query.parse(query), NOW);
    return rates.look(
        all -> new ViewBuilder(all, selection, Optional.empty(), NOW).build(FEED, TOPICS, null));
  }
}
