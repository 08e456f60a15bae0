package io.ardmstream.it.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** An endpoint of OpenTelemetry's protocol over HTTP that remembers what it was sent. */
final class OtlpReceiver implements AutoCloseable {

  private static final String PATH = "/v1/metrics";

  private final List<ResourceMetrics> received = new ArrayList<>();
  private final HttpServer server;

  private OtlpReceiver(HttpServer server) {
    this.server = server;
  }

  static OtlpReceiver start() throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    OtlpReceiver receiver = new OtlpReceiver(HttpServer.create(address, 0));
    receiver.server.createContext(PATH, receiver::take);
    receiver.server.start();
    return receiver;
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  /** Everything so far, with the attributes of its senders. */
  synchronized List<ResourceMetrics> received() {
    return List.copyOf(received);
  }

  /** All metrics of this name so far. */
  List<Metric> named(String name) {
    return received().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .map(ScopeMetrics::getMetricsList)
        .flatMap(List::stream)
        .filter(metric -> metric.getName().equals(name))
        .toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    ExportMetricsServiceRequest request =
        ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody());
    synchronized (this) {
      received.addAll(request.getResourceMetricsList());
    }
    byte[] answer = ExportMetricsServiceResponse.getDefaultInstance().toByteArray();
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
