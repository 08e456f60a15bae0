package io.ardmstream.schema.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ardmstream.schema.SchemaNumbers;
import java.net.URLEncoder;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A schema registry. Schemas of the values of a topic are its subject {@code TOPIC-value}, as
 * Confluent's clients call it unless told otherwise.
 */
public final class SchemaRegistry implements SchemaNumbers {

  private final RegistryClient client;

  private SchemaRegistry(RegistryClient client) {
    this.client = client;
  }

  /**
   * The registry at an address, which is not asked yet.
   *
   * @throws RegistryException if the certificates for it cannot be read
   */
  public static SchemaRegistry at(RegistryAddress address) throws RegistryException {
    return new SchemaRegistry(new RegistryClient(address));
  }

  /**
   * The number of the schema of a topic's values. A schema that is not registered yet will be.
   *
   * @throws RegistryException if it does not answer, or refuses the schema
   */
  public int number(String topic, Schema schema) throws RegistryException {
    JsonNode body = JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    Answer answer = client.post(subject(topic), body);
    if (answer.isAbsent()) {
      answer = client.post(subject(topic) + "/versions", body);
    }
    if (answer.isConflict()) {
      throw new RegistryException(
          "the schema registry refuses %s as the schema of %s-value, with which it is incompatible (%s): name a topic that holds nothing else, or change the compatibility of that subject"
              .formatted(schema.getFullName(), topic, answer));
    }
    return required(answer, "id").asInt();
  }

  /**
   * The newest schema of a topic's values.
   *
   * @return empty if none is registered that can be understood
   * @throws RegistryException if it does not answer
   */
  public Optional<Schema> latest(String topic) throws RegistryException {
    return schema(client.get(subject(topic) + "/versions/latest"));
  }

  /** Whoever writes a record chooses its number, so a schema that is forbidden is none. */
  @Override
  public Optional<Schema> find(int number) throws RegistryException {
    Answer answer = client.get("/schemas/ids/" + number);
    return answer.isForbidden() ? Optional.empty() : schema(answer);
  }

  private Optional<Schema> schema(Answer answer) throws RegistryException {
    if (answer.isAbsent()) {
      return Optional.empty();
    }
    try {
      String text = required(answer, "schema").asText();
      return Optional.of(new Schema.Parser().parse(text));
    } catch (AvroRuntimeException e) {
      return Optional.empty();
    }
  }

  private JsonNode required(Answer answer, String field) throws RegistryException {
    if (!answer.isOk() || !answer.body().hasNonNull(field)) {
      throw client.unexpected(answer);
    }
    return answer.body().get(field);
  }

  private static String subject(String topic) {
    return "/subjects/" + URLEncoder.encode(topic + "-value", UTF_8);
  }
}
