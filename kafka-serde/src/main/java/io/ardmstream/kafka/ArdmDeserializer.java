package io.ardmstream.kafka;

import io.ardmstream.codec.Codec;
import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.OriginalValue;
import io.ardmstream.schema.WireFormat;
import io.ardmstream.schema.registry.RegistryFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads an encoded topic as if it were raw: each value is the one that the compress job read, byte
 * for byte. Tombstones stay null. Values that cannot be decoded are a {@link
 * SerializationException} with the reason.
 *
 * <p>Records of groups lean on the ones before them, which are remembered: a consumer that reads
 * its partitions in order decodes each record once. One that begins within a group is told which
 * record it lacks; it begins earlier, or goes on behind the group.
 *
 * <p>Settings are those of {@link ArdmSerdeConfig}. Consumers of output topics have to be {@code
 * read_committed}.
 */
public final class ArdmDeserializer implements Deserializer<byte[]> {
  private MessageReader<EncodedRecord> messages;
  private Codec codec;
  private StreamDecoder decoder;

  /** For Kafka, which configures it afterwards. */
  public ArdmDeserializer() {}

  @Override
  public void configure(Map<String, ?> settings, boolean isKey) {
    ArdmSerdeConfig config = new ArdmSerdeConfig(settings);
    WireFormat wire =
        config
            .registry()
            .<WireFormat>map(address -> new RegistryFormat(address, Map.of()))
            .orElseGet(WireFormat::singleObject);
    messages = wire.reader(EncodedRecord.class);
    codec = InstalledModels.codec(config);
    decoder = codec.streamDecoder();
  }

  @Override
  public byte[] deserialize(String topic, byte[] value) {
    if (value == null) {
      return null;
    }
    try {
      EncodedRecord record = messages.fromBytes(value);
      byte[] container = ByteFields.toArray(record.getPayload());
      byte[] media = decoder.decode(List.of(container)).get(0).orThrow().bytes();
      return OriginalValue.of(record, media);
    } catch (MalformedMessageException e) {
      throw new SerializationException(
          "The value in topic " + topic + " is no EncodedRecord: " + e.getMessage(), e);
    } catch (ArdmException e) {
      throw new SerializationException(
          "A record of topic " + topic + " cannot be decoded: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (codec != null) {
      codec.close();
    }
  }
}
