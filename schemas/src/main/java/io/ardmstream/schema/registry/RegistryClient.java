package io.ardmstream.schema.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Calls of the registry over HTTP. */
final class RegistryClient {

  private static final String JSON = "application/vnd.schemaregistry.v1+json";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper MAPPER = new JsonMapper();

  private final RegistryAddress address;
  private final HttpClient http;

  RegistryClient(RegistryAddress address) throws RegistryException {
    this.address = address;
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
    if (address.properties().keySet().stream().anyMatch(name -> name.startsWith("ssl."))) {
      builder.sslContext(RegistryTls.of(address.properties()));
    }
    this.http = builder.build();
  }

  Answer get(String path) throws RegistryException {
    return send(request(path).GET());
  }

  Answer post(String path, JsonNode body) throws RegistryException {
    return send(
        request(path)
            .header("Content-Type", JSON)
            .POST(BodyPublishers.ofString(body.toString(), UTF_8)));
  }

  /** What to say about an answer that nothing can be done with. */
  RegistryException unexpected(Answer answer) {
    return new RegistryException("%s answers %s: %s".formatted(address, answer, remedy(answer)));
  }

  private static String remedy(Answer answer) {
    if (answer.isUnauthorized() || answer.isForbidden()) {
      return "set schema.registry.basic.auth.user.info or schema.registry.bearer.auth.token in"
          + " kafka.properties-file, and give that user the right to do this";
    }
    if (answer.isOfRegistry()) {
      return "this is its own reason, its log has more";
    }
    return "check registry.url, which has to lead to the interface that Confluent's clients use, for"
        + " example http://registry:8081, or with Apicurio http://registry:8080/apis/ccompat/v7";
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address.url() + path))
            .timeout(PATIENCE)
            .header("Accept", JSON + ", application/json");
    Map<String, String> properties = address.properties();
    String user = properties.get("basic.auth.user.info");
    String token = properties.get("bearer.auth.token");
    if (user != null) {
      String encoded = Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
      request.header("Authorization", "Basic " + encoded);
    } else if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) throws RegistryException {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(UTF_8));
      return new Answer(response.statusCode(), parse(response.body()));
    } catch (IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private RegistryException unreachable(Exception reason) {
    return new RegistryException(
        address
            + " does not answer ("
            + reason
            + "): check registry.url, that the registry runs, and the settings schema.registry in"
            + " kafka.properties-file",
        reason);
  }
}
