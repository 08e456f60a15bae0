package io.ardmstream.kafka;

import io.ardmstream.codec.Codec;
import io.ardmstream.codec.CodecVersion;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.codec.Source;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MessageWriter;
import io.ardmstream.schema.WireFormat;
import io.ardmstream.schema.encoded.EncodedValue;
import io.ardmstream.schema.registry.RegistryAddress;
import io.ardmstream.schema.registry.RegistryException;
import io.ardmstream.schema.registry.RegistryFormat;
import io.ardmstream.schema.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Encodes media files, or samples, on their way to a topic, to the same records that the compress
 * job writes: the replay job and {@link ArdmDeserializer} give them back byte for byte. Each value
 * is encoded alone, in the thread that sends; where many come, the compress job is faster. Null
 * stays null.
 *
 * <p>Settings are those of {@link ArdmSerdeConfig}.
 */
public final class ArdmSerializer implements Serializer<byte[]> {
  private static final String VERSION = CodecVersion.get();

  private final Map<String, MessageWriter<EncodedRecord>> writers = new HashMap<>();
  private Codec codec;
  private MediaOptions options;
  private Optional<String> descriptor;
  private Optional<RegistryAddress> registry;

  /** For Kafka, which configures it afterwards. */
  public ArdmSerializer() {}

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    ArdmSerdeConfig config = new ArdmSerdeConfig(settings);
    options = config.options();
    descriptor = config.rawDescriptor();
    registry = config.registry();
    codec = InstalledModels.codec(config);
  }

  @Override
  public byte[] serialize(String topic, byte[] media) {
    if (media == null) {
      return null;
    }
    try {
      Encoded encoded = codec.encode(List.of(new Source(media, options))).get(0).orThrow();
      return writers.computeIfAbsent(topic, this::writer).toBytes(record(topic, media, encoded));
    } catch (ArdmException e) {
      throw new SerializationException(
          "A value for topic " + topic + " cannot be encoded: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (codec != null) {
      codec.close();
    }
  }

  private EncodedRecord record(String topic, byte[] media, Encoded encoded) {
    return EncodedValue.of(encoded)
        .setStream(topic)
        .setRawDescriptor(descriptor.orElse(null))
        .setCodecVersion(VERSION)
        .build();
  }

  private MessageWriter<EncodedRecord> writer(String topic) {
    return wire(topic).writer(EncodedRecord.class, topic);
  }

  private WireFormat wire(String topic) {
    if (registry.isEmpty()) {
      return WireFormat.singleObject();
    }
    try {
      int number = SchemaRegistry.at(registry.get()).number(topic, EncodedRecord.getClassSchema());
      return new RegistryFormat(registry.get(), Map.of(topic, number));
    } catch (RegistryException e) {
      throw new SerializationException(e.getMessage(), e);
    }
  }
}
