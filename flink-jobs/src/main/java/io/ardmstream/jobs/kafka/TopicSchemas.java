package io.ardmstream.jobs.kafka;

import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.schema.ForeignSchema;
import io.ardmstream.schema.WireFormat;
import io.ardmstream.schema.registry.RegistryAddress;
import io.ardmstream.schema.registry.RegistryException;
import io.ardmstream.schema.registry.RegistryFormat;
import io.ardmstream.schema.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Agrees at start with the schema registry, if there is one, on what is in the topics of a job.
 *
 * @param read schemas by the topics that the job reads, as far as their values are Avro
 * @param written schemas by the topics that it writes
 */
public record TopicSchemas(Map<String, Schema> read, Map<String, Schema> written) {

  /** The same schema for several topics. */
  public static Map<String, Schema> all(List<String> topics, Schema schema) {
    Map<String, Schema> schemas = new HashMap<>();
    topics.forEach(topic -> schemas.put(topic, schema));
    return schemas;
  }

  /**
   * Checks what is read, and registers what will be written.
   *
   * @throws ConfigurationException if the registry does not answer, or objects
   */
  public WireFormat agree(Optional<RegistryAddress> address) {
    if (address.isEmpty()) {
      return WireFormat.singleObject();
    }
    try {
      SchemaRegistry registry = SchemaRegistry.at(address.get());
      for (Map.Entry<String, Schema> each : read.entrySet()) {
        check(registry, each.getKey(), each.getValue());
      }
      Map<String, Integer> numbers = new HashMap<>();
      for (Map.Entry<String, Schema> each : written.entrySet()) {
        numbers.put(each.getKey(), registry.number(each.getKey(), each.getValue()));
      }
      return new RegistryFormat(address.get(), numbers);
    } catch (RegistryException e) {
      throw new ConfigurationException(List.of(e.getMessage()));
    }
  }

  /** A topic that nobody has written to yet need not be registered. */
  private static void check(SchemaRegistry registry, String topic, Schema wanted)
      throws RegistryException {
    Optional<String> obstacle =
        registry.latest(topic).flatMap(latest -> ForeignSchema.obstacle(latest, wanted));
    if (obstacle.isPresent()) {
      throw new ConfigurationException(
          List.of(
              "the topic %s does not hold %s: the newest schema of %s-value in the schema registry is another (%s); check input.topics"
                  .formatted(topic, wanted.getName(), topic, obstacle.get())));
    }
  }
}
