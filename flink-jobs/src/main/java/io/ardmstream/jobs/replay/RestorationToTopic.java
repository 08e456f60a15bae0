package io.ardmstream.jobs.replay;

import io.ardmstream.codec.Decoding.Decoded;
import io.ardmstream.jobs.bundle.Outgoing;
import io.ardmstream.jobs.kafka.sink.OriginalTime;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.OriginalValue;
import io.ardmstream.schema.TopicRecord;
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
    byte[] value = OriginalValue.of(message, decoded.bytes());
    return List.of(Outgoing.like(OriginalTime.restore(record), topic, value));
  }

  @Override
  public List<TopicRecord> tombstone(TopicRecord record) {
    return List.of(Outgoing.like(OriginalTime.restore(record), topic, null));
  }
}
