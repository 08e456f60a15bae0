package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/**
 * Apicurio's schema registry in a process of its own. It keeps schemas in memory and demands, as
 * Confluent's does, that a new schema can read what the one before it wrote.
 */
final class RegistryProcess implements AutoCloseable {

  private static final Path INSTALLATION = Path.of("target", "schema-registry");
  private static final String JSON = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ServerProcess process;
  private final int port;

  private RegistryProcess(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it and waits until it answers. */
  static RegistryProcess start() throws Exception {
    int port = ServerProcess.freePort();
    List<String> command = new ArrayList<>();
    command.add(ServerProcess.java());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.add("-Dquarkus.http.host=127.0.0.1");
    command.add("-Dquarkus.http.port=" + port);
    command.addAll(List.of("-jar", program().toString()));
    ServerProcess process = ServerProcess.start("registry", command);
    RegistryProcess registry = new RegistryProcess(process, port);
    process.await(() -> registry.send("GET", "/subjects", null));
    registry.send("PUT", "/config", MAPPER.createObjectNode().put("compatibility", "BACKWARD"));
    return registry;
  }

  /** Where clients of Confluent's registry find it. */
  String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  /** The names of all subjects that begin so. */
  List<String> subjects(String prefix) throws Exception {
    List<String> subjects = new ArrayList<>();
    send("GET", "/subjects", null).forEach(each -> subjects.add(each.asText()));
    return subjects.stream().filter(each -> each.startsWith(prefix)).sorted().toList();
  }

  /** Registers a schema as somebody else does; its number. */
  int register(String topic, Schema schema) throws Exception {
    ObjectNode body = MAPPER.createObjectNode().put("schema", schema.toString());
    return send("POST", "/subjects/" + topic + "-value/versions", body).get("id").asInt();
  }

  /** A value, read with the schema that it names. */
  GenericRecord read(byte[] value) throws Exception {
    ByteBuffer head = ByteBuffer.wrap(value);
    if (head.get() != 0) {
      throw new AssertionError("not in the wire format of a registry");
    }
    String text = send("GET", "/schemas/ids/" + head.getInt(), null).get("schema").asText();
    Schema schema = new Schema.Parser().parse(text);
    return new GenericDatumReader<GenericRecord>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
  }

  @Override
  public void close() throws Exception {
    process.close();
  }

  private JsonNode send(String method, String path, JsonNode body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", JSON)
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.toString(), UTF_8))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(UTF_8));
    if (answer.statusCode() != 200) {
      throw new IOException(path + " gives " + answer.statusCode() + ": " + answer.body());
    }
    return MAPPER.readTree(answer.body());
  }

  private static Path program() throws IOException {
    try (Stream<Path> files = Files.list(INSTALLATION)) {
      return files
          .filter(file -> file.toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
