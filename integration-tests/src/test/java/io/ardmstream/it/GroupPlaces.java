package io.ardmstream.it;

import io.ardmstream.codec.Codec;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which place encoded records have in their groups. */
public final class GroupPlaces {
  private static final AvroMessage<EncodedRecord> ENCODED = AvroMessage.of(EncodedRecord.class);

  private GroupPlaces() {}

  /** The number of records before it that it leans on; nothing for one that stands alone. */
  public static Optional<Integer> of(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      EncodedRecord encoded = ENCODED.fromBytes(record.value());
      return Codec.inspect(ByteFields.toArray(encoded.getPayload())).group().map(GroupPlace::place);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
