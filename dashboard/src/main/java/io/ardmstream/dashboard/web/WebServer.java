package io.ardmstream.dashboard.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * A read-only web server of a few resources.
 *
 * <p>Nothing in its answers may be used by other sites: no script, style or picture from elsewhere
 * runs in the page, no other page may frame it, and on the loopback address requests that name
 * another host are refused, lest a name that points here makes a browser hand our data to a
 * stranger.
 */
public final class WebServer implements AutoCloseable {

  /** More than a few slow clients can hold up. */
  private static final int THREADS = 32;

  private static final int MOST_WAITING = 256;

  /**
   * Seconds that a client may take for its request, and to take in the answer. The server of the
   * JDK has no other way to be told.
   */
  private static final Map<String, String> PATIENCE =
      Map.of("sun.net.httpserver.maxReqTime", "10", "sun.net.httpserver.maxRspTime", "60");

  private static final int PIECE = 1 << 16;
  private static final int WORTH_PACKING = 1_000;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache");

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Function<Query, Reply>> resources;
  private final Set<String> hosts;

  private WebServer(
      HttpServer server, Map<String, Function<Query, Reply>> resources, Set<String> hosts) {
    this.server = server;
    this.resources = resources;
    this.hosts = hosts;
    this.threads = threads();
  }

  private static ThreadPoolExecutor threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            WebServer::thread,
            // Whoever is turned away is disconnected when the time for the request is over.
            new ThreadPoolExecutor.DiscardPolicy());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /**
   * Starts it.
   *
   * @param address to listen at; port 0: any that is free
   * @param resources what answers each path
   * @throws IOException if the address cannot be had
   */
  public static WebServer start(
      InetSocketAddress address, Map<String, Function<Query, Reply>> resources) throws IOException {
    PATIENCE.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    HttpServer server = HttpServer.create(address, 0);
    boolean loopback = address.getAddress().isLoopbackAddress();
    Set<String> hosts = loopback ? LOOPBACK : Set.of();
    WebServer web = new WebServer(server, resources, hosts);
    server.createContext("/", web::handle);
    server.setExecutor(web.threads);
    server.start();
    return web;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Reply answer(HttpExchange exchange) {
    if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
      return Reply.of(Reply.NOT_ALLOWED, "This page is read-only.");
    }
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (!hosts.isEmpty() && (host == null || !hosts.contains(host.replaceFirst(":[0-9]+$", "")))) {
      return Reply.of(Reply.FORBIDDEN, "This page answers to the name localhost only.");
    }
    Function<Query, Reply> resource = resources.get(exchange.getRequestURI().getPath());
    if (resource == null) {
      return Reply.of(Reply.NOT_FOUND, "There is nothing here; the page is at /");
    }
    try {
      return resource.apply(Query.parse(exchange.getRequestURI().getRawQuery()));
    } catch (BadQueryException e) {
      return Reply.of(Reply.BAD_REQUEST, e.getMessage());
    } catch (RuntimeException e) {
      return Reply.of(Reply.DEFECT, "This is a defect of the dashboard: " + e);
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    HEADERS.forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    byte[] body = reply.body();
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (reply.isText()
        && body.length > WORTH_PACKING
        && accepted != null
        && accepted.contains("gzip")) {
      body = packed(body);
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    boolean bodyless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(reply.status(), bodyless ? -1 : body.length);
    if (!bodyless) {
      write(exchange.getResponseBody(), body);
    }
  }

  /** In pieces, since the server copies each, and keeps the copy until a slow client took it in. */
  private static void write(OutputStream out, byte[] body) throws IOException {
    for (int from = 0; from < body.length; from += PIECE) {
      out.write(body, from, Math.min(PIECE, body.length - from));
    }
  }

  private static byte[] packed(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(body);
    }
    return bytes.toByteArray();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "dashboard-web");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
