package io.ardmstream.jobs.replay;

import io.ardmstream.codec.Decoding.Decoded;
import io.ardmstream.jobs.bundle.Outgoing;
import io.ardmstream.jobs.kafka.OriginalTime;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.TopicRecord;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Restores the original Kafka records.
 *
 * @param topic where they go
 * @param compacted whether Kafka keeps only the latest record of each key there
 */
record RestorationToTopic(String topic, boolean compacted) implements Restoration {

  @Override
  public boolean takes(TopicRecord record) {
    return !compacted || record.getKey() != null;
  }

  @Override
  public List<TopicRecord> restore(TopicRecord record, EncodedRecord message, Decoded decoded) {
    return List.of(
        Outgoing.like(OriginalTime.restore(record), topic, value(message, decoded.bytes())));
  }

  @Override
  public List<TopicRecord> tombstone(TopicRecord record) {
    return List.of(Outgoing.like(OriginalTime.restore(record), topic, null));
  }

  private static byte[] value(EncodedRecord message, byte[] media) {
    byte[] head = ByteFields.toArray(message.getEnvelopeHead());
    byte[] tail = ByteFields.toArray(message.getEnvelopeTail());
    if (head.length + tail.length == 0) {
      return media;
    }
    return ByteBuffer.allocate(head.length + media.length + tail.length)
        .put(head)
        .put(media)
        .put(tail)
        .array();
  }
}
