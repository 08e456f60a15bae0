package io.ardmstream.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that begin a request and never end it. */
class SlowClientsTest {
  private static final Reply LARGE = Reply.of(200, "x".repeat(50_000_000));

  private final List<Socket> slow = new ArrayList<>();
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        WebServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Map.of("/", query -> Reply.of(200, "here"), "/large", query -> LARGE));
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : slow) {
      socket.close();
    }
    server.close();
  }

  private void connectSlowly(int clients, String request) throws IOException {
    for (int i = 0; i < clients; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      slow.add(socket);
    }
  }

  private int status(Duration patience) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/");
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(patience).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  @Test
  void aFewHoldUpNobody() throws Exception {
    connectSlowly(20, "GET / HT");
    assertThat(status(Duration.ofSeconds(5))).isEqualTo(200);
  }

  @Test
  void manyHoldUpOthersNoLongerThanARequestMayTakeAndAreDisconnected() throws Exception {
    connectSlowly(60, "GET / HTTP/1.1\r\nHost: local");
    assertThat(status(Duration.ofSeconds(30))).isEqualTo(200);
    assertThat(slow.get(0).getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void thoseThatDoNotTakeInTheirAnswerHoldUpNobody() throws Exception {
    connectSlowly(20, "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(status(Duration.ofSeconds(10))).isEqualTo(200);
  }
}
