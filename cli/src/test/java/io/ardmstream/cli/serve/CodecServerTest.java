package io.ardmstream.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.cli.CliRun;
import io.ardmstream.codec.Codec;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Encoding and decoding over HTTP, also as programs in other languages do it. */
@Timeout(120)
class CodecServerTest {
  private static final int MAX_BYTES = 1 << 20;

  private static Codec codec;
  private static CodecServer server;
  private static byte[] recording;

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path temp;

  @BeforeAll
  static void start() throws Exception {
    codec = Codec.builder().build();
    InetSocketAddress anywhere = new InetSocketAddress("127.0.0.1", 0);
    server = CodecServer.start(anywhere, new CodecRequests(codec), MAX_BYTES, 1);
    recording = Files.readAllBytes(CliRun.SAMPLES.resolve("audio/spoken-digit-seven.wav"));
  }

  @AfterAll
  static void stop() {
    server.close();
    codec.close();
  }

  @Test
  @DisplayName("files and records of topics come back byte for byte, whole bodies and chunked ones")
  void roundTrip() throws Exception {
    byte[] container = post("encode", recording).body();
    byte[] record = post("encode?as=record", recording).body();

    assertThat(container).hasSizeLessThan(recording.length).isNotEqualTo(record);
    assertThat(post("decode", container).body()).isEqualTo(recording);
    assertThat(post("decode", record).body()).isEqualTo(recording);
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(container));
    assertThat(post("decode", chunked).body()).isEqualTo(recording);
    assertThat(new String(post("info", record).body(), UTF_8)).contains("\"media\":\"wav\"");
  }

  @Test
  @DisplayName("what cannot be done is said with a status and a reason")
  void refusals() throws Exception {
    byte[] damaged = post("encode", recording).body();
    damaged[damaged.length / 2] ^= 1;

    assertThat(post("decode", damaged).statusCode()).isEqualTo(422);
    assertThat(text(post("decode", "text".getBytes(UTF_8)))).contains("neither an .ardm file");
    assertThat(post("encode", new byte[MAX_BYTES + 1]).statusCode()).isEqualTo(413);
    assertThat(post("nothing", recording).statusCode()).isEqualTo(404);
    assertMisspeltQueryIsRefused();
    HttpRequest get = HttpRequest.newBuilder(uri("encode")).build();
    assertThat(client.send(get, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
        .isEqualTo(405);
    HttpRequest page =
        HttpRequest.newBuilder(uri("encode"))
            .header("Origin", "http://elsewhere.example")
            .POST(BodyPublishers.ofByteArray(recording))
            .build();
    assertThat(client.send(page, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
        .isEqualTo(403);
  }

  @Test
  @DisplayName("many at once wait for one another")
  void manyAtOnce() throws Exception {
    List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(
          client.sendAsync(
              request("encode", BodyPublishers.ofByteArray(recording)),
              HttpResponse.BodyHandlers.ofByteArray()));
    }
    for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("the example in Python encodes and decodes")
  void python() throws Exception {
    example("python3", "python/ardm_client.py");
  }

  @Test
  @DisplayName("the example for Node encodes and decodes")
  void node() throws Exception {
    example("node", "node/ardm-client.mjs");
  }

  private void example(String program, String script) throws Exception {
    require(program);
    Path original = Files.write(temp.resolve("seven.wav"), recording);
    Path encoded = temp.resolve("seven.wav.ardm");
    Path restored = temp.resolve("restored.wav");
    Path example = CliRun.SAMPLES.resolveSibling("examples").resolve(script);
    String address = server.address().replaceFirst("/$", "");

    assertThat(run(program, example, "encode", original, encoded, address)).isZero();
    assertThat(run(program, example, "decode", encoded, restored, address)).isZero();
    assertThat(restored).hasSameBinaryContentAs(original);
    Files.writeString(encoded, "text");
    assertThat(run(program, example, "decode", encoded, restored, address)).isNotZero();
  }

  @Test
  @DisplayName("a request that is too large by what it says does not keep others waiting")
  void endlessRequestTakesNoTurn() throws Exception {
    URI encode = uri("encode");
    try (Socket endless = new Socket(encode.getHost(), encode.getPort())) {
      String head =
          "POST /encode HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n";
      endless.getOutputStream().write(head.getBytes(UTF_8));
      // the server has read it when it has answered a request that came later
      assertThat(post("nothing", recording).statusCode()).isEqualTo(404);
      HttpRequest other =
          HttpRequest.newBuilder(encode)
              .timeout(Duration.ofSeconds(20))
              .POST(BodyPublishers.ofByteArray(recording))
              .build();
      assertThat(client.send(other, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  @DisplayName("a request that arrives slowly does not keep others waiting")
  void slowRequestTakesNoTurn() throws Exception {
    byte[] head =
        ("POST /encode HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + recording.length)
            .concat("\r\n\r\n")
            .getBytes(UTF_8);
    int half = recording.length / 2;
    try (Socket slow = new Socket(uri("").getHost(), uri("").getPort())) {
      slow.getOutputStream().write(head);
      slow.getOutputStream().write(recording, 0, half);
      // the server has begun to read it when it has answered a request that came later
      assertThat(post("nothing", recording).statusCode()).isEqualTo(404);
      HttpRequest other =
          HttpRequest.newBuilder(uri("encode"))
              .timeout(Duration.ofSeconds(20))
              .POST(BodyPublishers.ofByteArray(recording))
              .build();
      assertThat(client.send(other, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
          .isEqualTo(200);
      slow.getOutputStream().write(recording, half, recording.length - half);
      byte[] answer = new byte["HTTP/1.1 200".length()];
      slow.getInputStream().readNBytes(answer, 0, answer.length);
      assertThat(new String(answer, UTF_8)).isEqualTo("HTTP/1.1 200");
    }
  }

  private static void require(String program) throws Exception {
    boolean there;
    try {
      there = new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (java.io.IOException missing) {
      there = false;
    }
    if (!there && !"1".equals(System.getenv("ARDM_REQUIRE_ALL"))) {
      System.out.println("NOT TESTED: an example, because there is no program " + program);
      Assumptions.abort("no " + program);
    }
    assertThat(there).as("there is a program " + program).isTrue();
  }

  private static int run(Object... command) throws Exception {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    Process process = new ProcessBuilder(words).inheritIO().start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private void assertMisspeltQueryIsRefused() throws Exception {
    HttpResponse<byte[]> misspelt = post("encode?as=recrod", recording);
    assertThat(misspelt.statusCode()).isEqualTo(400);
    assertThat(text(misspelt)).contains("/encode takes ?as=record or nothing, but not ?as=recrod");
  }

  private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
    return post(path, BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<byte[]> post(String path, BodyPublisher body) throws Exception {
    return client.send(request(path, body), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest request(String path, BodyPublisher body) {
    return HttpRequest.newBuilder(uri(path)).POST(body).build();
  }

  private static URI uri(String path) {
    return URI.create(server.address() + path);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), UTF_8);
  }
}
