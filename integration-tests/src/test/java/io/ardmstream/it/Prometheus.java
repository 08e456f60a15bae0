package io.ardmstream.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** A real Prometheus server with the configuration in {@code docker/prometheus}. */
final class Prometheus implements AutoCloseable {

  private static final Path CONFIGURATION = Path.of("..", "docker", "prometheus");
  private static final Requirement PROGRAM =
      new Requirement("prometheus", "prometheus", "metrics, dashboards and alerts");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final ServerProcess process;
  private final int port;

  private Prometheus(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it, or leaves the test out where it is not installed.
   *
   * @param directory an empty directory for its data
   * @param target what it asks instead of the containers of the composition, host:port
   */
  static Prometheus start(Path directory, String target) throws IOException {
    int port = ServerProcess.freePort();
    List<String> command = new ArrayList<>();
    command.add(PROGRAM.locate().toString());
    command.add("--config.file=" + configure(directory, target));
    command.add("--storage.tsdb.path=" + directory.resolve("tsdb"));
    command.add("--web.listen-address=127.0.0.1:" + port);
    return new Prometheus(ServerProcess.start("prometheus", command), port);
  }

  /**
   * What an expression gives now.
   *
   * @return its series, or its scalar; empty while Prometheus starts
   */
  JsonNode query(String expression) throws Exception {
    String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    return get("/api/v1/query?query=" + query).at("/data/result");
  }

  /** The rules as they were evaluated last. */
  JsonNode rules() throws Exception {
    return get("/api/v1/rules").at("/data/groups");
  }

  /** Names of all metrics it has seen. */
  JsonNode metrics() throws Exception {
    return get("/api/v1/label/__name__/values").get("data");
  }

  @Override
  public void close() throws Exception {
    process.close();
  }

  private JsonNode get(String path) throws Exception {
    process.requireRunning();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    JsonNode answer = JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    if (answer.path("status").asText().equals("error")) {
      throw new IllegalArgumentException(answer.get("error").asText() + " in " + path);
    }
    return answer;
  }

  /** The shipped files, asking one place, and often. */
  private static Path configure(Path directory, String target) throws IOException {
    Files.copy(CONFIGURATION.resolve("alerts.yaml"), directory.resolve("alerts.yaml"));
    Map<String, Object> shipped =
        new Yaml().load(Files.readString(CONFIGURATION.resolve("prometheus.yaml")));
    shipped.put("global", Map.of("scrape_interval", "1s", "evaluation_interval", "1s"));
    List<?> jobs = (List<?>) shipped.get("scrape_configs");
    @SuppressWarnings("unchecked")
    Map<String, Object> flink = (Map<String, Object>) jobs.get(0);
    flink.put("static_configs", List.of(Map.of("targets", List.of(target))));
    Path file = directory.resolve("prometheus.yaml");
    Files.writeString(file, new Yaml().dump(shipped));
    return file;
  }
}
