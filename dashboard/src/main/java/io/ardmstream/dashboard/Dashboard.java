package io.ardmstream.dashboard;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The page, from its start until it is closed. */
public final class Dashboard implements AutoCloseable {

  /** Where it listens unless told otherwise. */
  public static final int DEFAULT_PORT = 8642;

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private final LiveRates rates;
  private final Feed feed;
  private final HeatMaps heat;
  private final Clock clock;
  private final WebServer server;
  private final String host;

  private Dashboard(
      LiveRates rates, Feed feed, HeatMaps heat, Clock clock, InetSocketAddress address)
      throws IOException {
    this.rates = rates;
    this.feed = feed;
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
    Feed feed = KafkaFeed.start(source, rates, clock);
    try {
      HeatMaps heat =
          new HeatMaps(source.encodedTopic().map(topic -> new EncodedTopic(source, topic)));
      return new Dashboard(rates, feed, heat, clock, address);
    } catch (IOException e) {
      feed.close();
      throw e;
    }
  }

  /** What to give a browser. */
  public String address() {
    return "http://" + host + ":" + server.port() + "/";
  }

  private Reply view(Query query) {
    long now = clock.millis();
    Selection selection = Selection.of(query, now);
    View view = rates.look(all -> new ViewBuilder(all, selection, now).build(feed.state()));
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
    heat.close();
  }
}
