package io.ardmstream.dashboard;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.ardmstream.dashboard.heat.HeatMaps;
import io.ardmstream.dashboard.rates.LiveRates;
import io.ardmstream.dashboard.rates.RecordFacts.Place;
import io.ardmstream.dashboard.rates.RefusedRecord;
import io.ardmstream.dashboard.rates.RefusedRecords;
import io.ardmstream.dashboard.rates.Selection;
import io.ardmstream.dashboard.topic.EncodedTopic;
import io.ardmstream.dashboard.topic.Feed;
import io.ardmstream.dashboard.topic.KafkaFeed;
import io.ardmstream.dashboard.topic.KafkaSource;
import io.ardmstream.dashboard.topic.KeyText;
import io.ardmstream.dashboard.topic.TopicWatch;
import io.ardmstream.dashboard.web.Query;
import io.ardmstream.dashboard.web.Reply;
import io.ardmstream.dashboard.web.WebServer;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.PlausibleStatistics;
import io.ardmstream.schema.RateStatistics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The page, from its start until it is closed. */
public final class Dashboard implements AutoCloseable {

  /** Where it listens unless told otherwise. */
  public static final int DEFAULT_PORT = 8642;

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final LiveRates rates;
  private final Feed feed;
  private final RefusedRecords refused;
  private final Optional<Feed> letters;
  private final TopicWatch topics;
  private final HeatMaps heat;
  private final Clock clock;
  private final WebServer server;
  private final String host;

  private Dashboard(
      LiveRates rates,
      Feed feed,
      RefusedRecords refused,
      Optional<Feed> letters,
      TopicWatch topics,
      HeatMaps heat,
      Clock clock,
      InetSocketAddress address)
      throws IOException {
    this.rates = rates;
    this.feed = feed;
    this.refused = refused;
    this.letters = letters;
    this.topics = topics;
    this.heat = heat;
    this.clock = clock;
    this.host = address.getHostString();
    Map<String, Function<Query, Reply>> resources = new LinkedHashMap<>(PageFiles.all());
    resources.put("/api/view", this::view);
    resources.put("/api/heat", this::heat);
    this.server = WebServer.start(address, resources);
  }

  /**
   * Starts to read and to serve.
   *
   * @param source where the records are
   * @param address where to listen; port 0: any that is free
   * @param mostSeries most pairs of stream and model that are kept, at least 1
   * @throws IOException if the address cannot be had
   */
  public static Dashboard start(KafkaSource source, InetSocketAddress address, int mostSeries)
      throws IOException {
    Clock clock = Clock.systemUTC();
    LiveRates rates = new LiveRates(clock, mostSeries);
    RefusedRecords refused = new RefusedRecords();
    TopicWatch topics = TopicWatch.start(source);
    Feed feed =
        KafkaFeed.start(source, source.statisticsTopic(), into(rates, topics, source), clock);
    Optional<Feed> letters =
        source
            .letterTopic()
            .map(topic -> KafkaFeed.start(source, topic, into(refused, topics, source), clock));
    try {
      HeatMaps heat =
          new HeatMaps(source.encodedTopic().map(topic -> new EncodedTopic(source, topic)));
      return new Dashboard(rates, feed, refused, letters, topics, heat, clock, address);
    } catch (IOException e) {
      feed.close();
      topics.close();
      letters.ifPresent(Feed::close);
      throw e;
    }
  }

  private static KafkaFeed.Taker into(LiveRates rates, TopicWatch topics, KafkaSource source) {
    MessageReader<RateStatistics> messages =
        new PlausibleStatistics(source.wire().reader(RateStatistics.class));
    return record -> {
      RateStatistics statistics = messages.fromBytes(record.value());
      topics.done(Place.of(statistics.getOrigin()));
      rates.add(statistics, KeyText.of(record.headers()), record.timestamp());
    };
  }

  private static KafkaFeed.Taker into(
      RefusedRecords refused, TopicWatch topics, KafkaSource source) {
    MessageReader<DeadLetter> messages = source.wire().reader(DeadLetter.class);
    return record -> {
      DeadLetter letter = messages.fromBytes(record.value());
      topics.done(Place.of(letter.getOrigin()));
      if (letter.getPart() == 0) {
        String key = KeyText.of(ByteFields.toArray(letter.getKey()));
        refused.add(RefusedRecord.of(letter, key, record.timestamp()));
      }
    };
  }

  /** What to give a browser. */
  public String address() {
    return "http://" + host + ":" + server.port() + "/";
  }

  private Reply view(Query query) {
    long now = clock.millis();
    Selection selection = Selection.of(query, now);
    RefusedRecords.Shown shown = letters.isPresent() ? refused.shown(selection) : null;
    Optional<Place> chosen = Place.read(query.text("record"));
    View view =
        rates.look(
            all ->
                new ViewBuilder(all, selection, chosen, now)
                    .build(feed.state(), topics.state(), shown));
    return Reply.json(Reply.OK, GSON.toJson(view));
  }

  private Reply heat(Query query) {
    return rates
        .record(query.number("record", 0))
        .map(record -> Reply.json(Reply.OK, GSON.toJson(heat.of(record))))
        .orElseGet(() -> Reply.of(Reply.NOT_FOUND, "This record is no longer remembered."));
  }

  @Override
  public void close() {
    server.close();
    feed.close();
    letters.ifPresent(Feed::close);
    topics.close();
    heat.close();
  }
}
