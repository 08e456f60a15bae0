package io.ardmstream.jobs.compress;

import io.ardmstream.codec.CodecVersion;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.jobs.bundle.Outgoing;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MessageWriter;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import io.ardmstream.schema.encoded.EncodedValue;
import java.util.Optional;

/** Makes the encoded record of a record. */
final class EncodedRecords {

  private static final String VERSION = CodecVersion.get();

  private final MessageWriter<EncodedRecord> messages;
  private final String topic;
  private final boolean compacted;
  private final Optional<OutputPartitions> partitions;

  /**
   * @param wire form of the values
   * @param topic where they go
   * @param compacted whether Kafka keeps only the latest record of each key there
   * @param partitions where each goes; empty if that is left to Kafka
   */
  EncodedRecords(
      WireFormat wire, String topic, boolean compacted, Optional<OutputPartitions> partitions) {
    this.messages = wire.writer(EncodedRecord.class, topic);
    this.topic = topic;
    this.compacted = compacted;
    this.partitions = partitions;
  }

  /** Whether the topic takes a record with this one's key. */
  boolean take(TopicRecord record) {
    return !compacted || record.getKey() != null;
  }

  TopicRecord of(TopicRecord record, RawMedia raw, Encoded encoded) {
    EncodedRecord message =
        EncodedValue.of(encoded)
            .setId(raw.id())
            .setStream(raw.stream())
            .setEventTime(raw.eventTime())
            .setName(raw.name())
            .setMediaType(raw.mediaType())
            .setRawDescriptor(raw.rawDescriptor())
            .setOrigin(Identity.origin(record))
            .setEnvelopeHead(ByteFields.of(raw.head()))
            .setEnvelopeTail(ByteFields.of(raw.tail()))
            .setCodecVersion(VERSION)
            .build();
    return outgoing(record, messages.toBytes(message));
  }

  /** A tombstone stays one, for whoever compacts the encoded topic. */
  TopicRecord tombstone(TopicRecord record) {
    return outgoing(record, null);
  }

  private TopicRecord outgoing(TopicRecord record, byte[] value) {
    TopicRecord outgoing = Outgoing.like(record, topic, value);
    partitions.ifPresent(chosen -> outgoing.setPartition(chosen.of(record)));
    return outgoing;
  }
}
