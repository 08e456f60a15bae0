package io.ardmstream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.dashboard.web.Query;
import io.ardmstream.dashboard.web.Reply;
import io.ardmstream.dashboard.web.WebServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    Map<String, Function<Query, Reply>> resources = new HashMap<>(PageFiles.all());
    resources.put("/number", query -> Reply.of(200, "it is " + query.number("n", 7)));
    resources.put(
        "/defect",
        query -> {
          throw new IllegalStateException("oh");
        });
    server = WebServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), resources);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void servesEveryFileThatThePageNames() throws Exception {
    String page = get("/").body();
    Matcher files = Pattern.compile("(?:src|href)=\"([^\"#]+)\"").matcher(page);
    int found = 0;
    while (files.find()) {
      assertThat(get("/" + files.group(1)).statusCode()).as(files.group(1)).isEqualTo(200);
      found++;
    }
    assertThat(found).isGreaterThan(4);
  }

  @Test
  void servesEveryScriptThatAScriptImports() throws Exception {
    Pattern imports = Pattern.compile("from \"\\./([a-z]+\\.js)\"");
    for (String path : PageFiles.all().keySet()) {
      Matcher scripts = imports.matcher(path.equals("/uplot.js") ? "" : get(path).body());
      while (scripts.find()) {
        assertThat(PageFiles.all()).as(path).containsKey("/" + scripts.group(1));
      }
    }
  }

  @Test
  void forbidsEverythingFromElsewhere() throws Exception {
    assertThat(get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .doesNotContain("unsafe", "http", "*", "data:")
        .contains("frame-ancestors 'none'");
    assertThat(get("/").headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void readsQueriesAndRefusesBadOnes() throws Exception {
    assertThat(get("/number?n=12&n=13").body()).isEqualTo("it is 13\n");
    assertThat(get("/number?n=twelve").statusCode()).isEqualTo(400);
    assertThat(statusLine("GET /number?n=%zz", "localhost")).contains("400");
    assertThat(get("/defect").statusCode()).isEqualTo(500);
    assertThat(get("/../../etc/passwd").statusCode()).isEqualTo(404);
  }

  @Test
  void isReadOnly() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(uri("/")).POST(HttpRequest.BodyPublishers.ofString("x")).build();
    assertThat(send(post).statusCode()).isEqualTo(405);
  }

  @Test
  void refusesNamesThatMerelyPointHere() throws Exception {
    assertThat(statusLine("GET /", "localhost:" + server.port())).contains("200");
    assertThat(statusLine("GET /", "[::1]:" + server.port())).contains("200");
    assertThat(statusLine("GET /", "evil.example:" + server.port())).contains("403");
  }

  @Test
  void packsForWhoeverUnpacks() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/uplot.js")).header("Accept-Encoding", "gzip").build();
    byte[] packed = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(get("/uplot.js").body())
          .hasSizeGreaterThan(2 * packed.length);
    }
  }

  private String statusLine(String what, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request = what + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("");
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
