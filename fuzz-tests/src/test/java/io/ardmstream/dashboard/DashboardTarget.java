package io.ardmstream.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import io.ardmstream.dashboard.rates.LiveRates;
import io.ardmstream.dashboard.rates.RecordFacts.Place;
import io.ardmstream.dashboard.rates.Selection;
import io.ardmstream.dashboard.topic.Feed;
import io.ardmstream.dashboard.topic.TopicWatch;
import io.ardmstream.dashboard.web.BadQueryException;
import io.ardmstream.dashboard.web.Query;
import io.ardmstream.jobs.rates.StatisticsWindows;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.PlausibleStatistics;
import io.ardmstream.schema.RateStatistics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.avro.SchemaNormalization;

/** A query, up to the first line feed, and statistics that it is about. */
public final class DashboardTarget {

  private static final long NOW = 1_790_000_000_000L;
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
  private static final Feed.State FEED = new Feed.State("fuzzer", 1, 0, 0, "");
  private static final TopicWatch.State TOPICS = new TopicWatch.State(0, 0, 0);
  private static final Gson GSON = new Gson();
  private static final PlausibleStatistics MESSAGES =
      new PlausibleStatistics(AvroMessage.of(RateStatistics.class));
  private static final long FINGERPRINT =
      SchemaNormalization.parsingFingerprint64(RateStatistics.getClassSchema());

  private DashboardTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    LiveRates rates = new LiveRates(CLOCK, 2);
    Optional<RateStatistics> statistics = statistics(input, Math.min(end + 1, input.length));
    String query = new String(input, 0, end, UTF_8);
    statistics.ifPresent(one -> add(rates, one, query));
    String json = view(rates, query);
    require(
        statistics.isEmpty() || json.isEmpty() || GSON.fromJson(json, View.class) != null,
        "a view that cannot be read");
  }

  private static void add(LiveRates rates, RateStatistics one, String key) {
    rates.add(one, key, NOW);
    rates.add(one, key, NOW - 90_000);
    StatisticsWindows.of(one, NOW)
        .forEach(window -> require(window.getRecords() == 1, "a window of another record"));
  }

  private static String view(LiveRates rates, String query) {
    try {
      Query parsed = Query.parse(query);
      Selection selection = Selection.of(parsed, NOW);
      Optional<Place> chosen = Place.read(parsed.text("record"));
      View view =
          rates.look(r -> new ViewBuilder(r, selection, chosen, NOW).build(FEED, TOPICS, null));
      return GSON.toJson(view);
    } catch (BadQueryException refusal) {
      require(!refusal.getMessage().isBlank(), "a refusal without a reason");
      return "";
    }
  }

  private static Optional<RateStatistics> statistics(byte[] input, int from) {
    byte[] message =
        ByteBuffer.allocate(input.length - from + 10)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) 0xC3)
            .put((byte) 0x01)
            .putLong(FINGERPRINT)
            .put(input, from, input.length - from)
            .array();
    try {
      return Optional.of(MESSAGES.fromBytes(message));
    } catch (MalformedMessageException refusal) {
      return Optional.empty();
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
