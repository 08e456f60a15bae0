package io.ardmstream.schema.registry;

import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.MessageWriter;
import io.ardmstream.schema.NumberedMessage;
import io.ardmstream.schema.WireFormat;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Values name their schema by its number in a registry. Whoever writes needs no registry any more;
 * readers ask it for each number that they meet for the first time.
 *
 * @param address of the registry
 * @param numbers of the schemas of the topics that are written
 */
public record RegistryFormat(RegistryAddress address, Map<String, Integer> numbers)
    implements WireFormat {

  /** Keeps a copy. */
  public RegistryFormat {
    numbers = new HashMap<>(numbers);
  }

  @Override
  public <T extends SpecificRecordBase> MessageWriter<T> writer(Class<T> type, String topic) {
    return NumberedMessage.writer(type, numbers.get(topic));
  }

  @Override
  public <T extends SpecificRecordBase> MessageReader<T> reader(Class<T> type) {
    try {
      return NumberedMessage.reader(type, SchemaRegistry.at(address));
    } catch (RegistryException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
