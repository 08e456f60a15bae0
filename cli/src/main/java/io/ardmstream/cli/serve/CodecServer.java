package io.ardmstream.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.failure.ArdmException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * An HTTP server in front of a codec. Requests are bounded in size and in number: only a few are
 * worked on at once, some wait for a while, and all others are told to come again.
 */
final class CodecServer implements AutoCloseable {
  private static final int CONNECTIONS = 64;
  private static final int WAITING_SECONDS = 60;
  private static final String AS_RECORD = "as=record";
  private static final int PIECE = 1 << 16;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Seconds that a client may take to send its request, and to take in the answer. */
  private static final Map<String, String> PATIENCE =
      Map.of("sun.net.httpserver.maxReqTime", "60", "sun.net.httpserver.maxRspTime", "600");

  private static final String BYTES = "application/octet-stream";
  private static final String JSON = "application/json";

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;
  private static final int DEFECT = 500;
  private static final int BUSY = 503;
  private static final int NO_ROOM = 507;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Semaphore permits;
  private final CodecRequests codec;
  private final int maxBytes;
  private final boolean loopback;

  /** An answer. */
  private record Reply(int status, String type, byte[] body) {}

  private CodecServer(HttpServer server, CodecRequests codec, int maxBytes, int atOnce) {
    this.server = server;
    this.codec = codec;
    this.maxBytes = maxBytes;
    this.permits = new Semaphore(atOnce, true);
    this.loopback = server.getAddress().getAddress().isLoopbackAddress();
    this.threads =
        new ThreadPoolExecutor(
            CONNECTIONS,
            CONNECTIONS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(CONNECTIONS),
            new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Starts it.
   *
   * @param address to listen at; port 0: any that is free
   * @param maxBytes of a request
   * @param atOnce requests that are worked on at once
   * @throws IOException if the address cannot be had
   */
  static CodecServer start(InetSocketAddress address, CodecRequests codec, int maxBytes, int atOnce)
      throws IOException {
    PATIENCE.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    HttpServer server = HttpServer.create(address, 0);
    CodecServer ours = new CodecServer(server, codec, maxBytes, atOnce);
    server.createContext("/", ours::handle);
    server.setExecutor(ours.threads);
    server.start();
    return ours;
  }

  /** What to give a client. */
  String address() {
    InetSocketAddress bound = server.getAddress();
    return "http://" + bound.getHostString() + ":" + bound.getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = answer(exchange);
      exchange.getResponseHeaders().set("Content-Type", reply.type);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(reply.status, reply.body.length == 0 ? -1 : reply.body.length);
      for (int from = 0; from < reply.body.length; from += PIECE) {
        int length = Math.min(PIECE, reply.body.length - from);
        exchange.getResponseBody().write(reply.body, from, length);
      }
    }
  }

  private Reply answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (isStranger(exchange)) {
      return failure(FORBIDDEN, "Browsers and other hosts are not served.", ExitCode.USAGE);
    }
    if (path.equals("/health")) {
      return new Reply(OK, JSON, "{\"status\":\"ok\"}".getBytes(UTF_8));
    }
    String query = exchange.getRequestURI().getQuery();
    if (path.equals("/encode") && query != null && !query.equals(AS_RECORD)) {
      return failure(
          BAD_REQUEST,
          "/encode takes ?" + AS_RECORD + " or nothing, but not ?" + query,
          ExitCode.USAGE);
    }
    UnaryOperator<byte[]> work = work(path, query);
    if (work == null) {
      return failure(NOT_FOUND, "There are /encode, /decode, /info and /health.", ExitCode.USAGE);
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return failure(NOT_ALLOWED, "POST the bytes to " + path + ".", ExitCode.USAGE);
    }
    if (declaredBytes(exchange) > maxBytes) {
      // what is refused anyway takes no turn; a client that is still sending reads no answer
      try (InputStream in = exchange.getRequestBody()) {
        discard(in, maxBytes);
      }
      return tooLarge();
    }
    String type = path.equals("/info") ? JSON : BYTES;
    try (InputStream in = exchange.getRequestBody();
        Upload body = Upload.receive(in, maxBytes)) {
      return body.isTooLarge() ? tooLarge() : inTurn(body, work, type);
    } catch (UncheckedIOException noRoom) {
      String reason = "There is no room for the request: " + noRoom.getCause().getMessage();
      return failure(NO_ROOM, reason, ExitCode.INPUT_OUTPUT);
    }
  }

  /** Null: there is nothing at this path. */
  private UnaryOperator<byte[]> work(String path, String query) {
    return switch (path) {
      case "/encode" -> AS_RECORD.equals(query) ? codec::encodeRecord : codec::encode;
      case "/decode" -> codec::decode;
      case "/info" -> codec::info;
      default -> null;
    };
  }

  /** The body comes into memory only when there is a permit, so their number bounds it. */
  private Reply inTurn(Upload body, UnaryOperator<byte[]> work, String type) {
    try {
      if (!permits.tryAcquire(WAITING_SECONDS, TimeUnit.SECONDS)) {
        return failure(BUSY, "Too many requests wait: come again.", ExitCode.INPUT_OUTPUT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failure(BUSY, "The server ends.", ExitCode.INPUT_OUTPUT);
    }
    try {
      return new Reply(OK, type, work.apply(body.bytes()));
    } catch (ArdmException refused) {
      return failure(UNPROCESSABLE, refused.getMessage(), ExitCode.of(refused));
    } catch (OutOfMemoryError tooLarge) {
      return failure(
          TOO_LARGE,
          "The request does not fit into the heap: lower --at-once, or give Java more memory in"
              + " ARDM_JAVA_OPTS.",
          ExitCode.BAD_INPUT);
    } catch (RuntimeException defect) {
      return failure(DEFECT, "A defect of this program: " + defect, ExitCode.DEFECT);
    } finally {
      permits.release();
    }
  }

  /** The length that a request says it has; the server refuses what is no number. */
  private static long declaredBytes(HttpExchange exchange) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }

  /** Not by skip, which would go behind the server's back. */
  private static void discard(InputStream in, long bytes) throws IOException {
    byte[] piece = new byte[PIECE];
    long left = bytes;
    for (int read = 0; left > 0 && read >= 0; left -= read) {
      read = in.read(piece);
    }
  }

  private Reply tooLarge() {
    return failure(
        TOO_LARGE,
        "The request is larger than %d bytes: raise --max-megabytes.".formatted(maxBytes),
        ExitCode.BAD_INPUT);
  }

  /** Pages of other sites must not use what listens on the machine of their reader. */
  private boolean isStranger(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    boolean named = host != null && LOOPBACK.contains(host.replaceFirst(":[0-9]+$", ""));
    return exchange.getRequestHeaders().containsKey("Origin") || loopback && !named;
  }

  private static Reply failure(int status, String message, ExitCode code) {
    JsonObject json = new JsonObject();
    json.addProperty("error", message);
    json.addProperty("exit_code", code.number());
    return new Reply(status, JSON, json.toString().getBytes(UTF_8));
  }
}
