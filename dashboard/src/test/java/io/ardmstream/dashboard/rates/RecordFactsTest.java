package io.ardmstream.dashboard.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.dashboard.PageRecords;
import io.ardmstream.schema.RateStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page tells of a single record. */
class RecordFactsTest {

  @Test
  void whyARecordWasKeptAsItIsReachesThePage() {
    RateStatistics statistics = PageRecords.of("music", "", PageRecords.NOW, 100, 100);
    statistics.setFallbackReasons(List.of("MP3 is kept as it is"));

    RecordFacts facts = RecordFacts.of(statistics, "song.mp3", 1, PageRecords.NOW, PageRecords.NOW);

    assertThat(facts.fallbackReasons()).containsExactly("MP3 is kept as it is");
  }
}
