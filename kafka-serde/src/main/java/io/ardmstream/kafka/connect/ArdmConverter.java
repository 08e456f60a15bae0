package io.ardmstream.kafka.connect;

import io.ardmstream.kafka.ArdmDeserializer;
import io.ardmstream.kafka.ArdmSerdeConfig;
import io.ardmstream.kafka.ArdmSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;

/**
 * Connectors that see media files as bytes, on topics of encoded records. Sources give bytes, which
 * are encoded; sinks are given the bytes of the originals.
 *
 * <pre>
 *   value.converter=io.ardmstream.kafka.connect.ArdmConverter
 *   value.converter.ardm.model=image-best
 * </pre>
 */
public final class ArdmConverter implements Converter {
  private final ArdmSerializer serializer = new ArdmSerializer();
  private final ArdmDeserializer deserializer = new ArdmDeserializer();

  /** For Kafka Connect, which configures it afterwards. */
  public ArdmConverter() {}

  @Override
  public ConfigDef config() {
    return ArdmSerdeConfig.definition();
  }

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    serializer.configure(settings, isKey);
    deserializer.configure(settings, isKey);
  }

  @Override
  public byte[] fromConnectData(String topic, Schema schema, Object value) {
    try {
      return serializer.serialize(topic, bytes(value));
    } catch (SerializationException e) {
      throw new DataException(e.getMessage(), e);
    }
  }

  @Override
  public SchemaAndValue toConnectData(String topic, byte[] value) {
    try {
      return new SchemaAndValue(
          Schema.OPTIONAL_BYTES_SCHEMA, deserializer.deserialize(topic, value));
    } catch (SerializationException e) {
      throw new DataException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      serializer.close();
      deserializer.close();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static byte[] bytes(Object value) {
    if (value == null || value instanceof byte[]) {
      return (byte[]) value;
    }
    if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    throw new DataException(
        "The value is %s: this converter takes bytes, as of files. Use a source that gives bytes, or another converter."
            .formatted(value.getClass().getName()));
  }
}
