package io.ardmstream.kafka;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link ArdmSerializer} and {@link ArdmDeserializer} together, for Kafka Streams. */
public final class ArdmSerde implements Serde<byte[]> {
  private final ArdmSerializer serializer = new ArdmSerializer();
  private final ArdmDeserializer deserializer = new ArdmDeserializer();

  /** For Kafka, which configures it afterwards. */
  public ArdmSerde() {}

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    serializer.configure(settings, isKey);
    deserializer.configure(settings, isKey);
  }

  @Override
  public Serializer<byte[]> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<byte[]> deserializer() {
    return deserializer;
  }

  @Override
  public void close() {
    serializer.close();
    deserializer.close();
  }
}
