package io.ardmstream.jobs.compress;

import io.ardmstream.block.ModelId;
import io.ardmstream.codec.CodecVersion;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.jobs.bundle.Identity;
import io.ardmstream.jobs.bundle.Outgoing;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Fidelity;
import io.ardmstream.schema.MessageWriter;
import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;

/** Makes the encoded record of a record. */
final class EncodedRecords {

  private static final String VERSION = CodecVersion.get();

  private final MessageWriter<EncodedRecord> messages;
  private final String topic;
  private final boolean compacted;

  /**
   * @param wire form of the values
   * @param topic where they go
   * @param compacted whether Kafka keeps only the latest record of each key there
   */
  EncodedRecords(WireFormat wire, String topic, boolean compacted) {
    this.messages = wire.writer(EncodedRecord.class, topic);
    this.topic = topic;
    this.compacted = compacted;
  }

  /** Whether the topic takes a record with this one's key. */
  boolean take(TopicRecord record) {
    return !compacted || record.getKey() != null;
  }

  TopicRecord of(TopicRecord record, RawMedia raw, Encoded encoded) {
    EncodeStatistics statistics = encoded.statistics();
    EncodedRecord message =
        EncodedRecord.newBuilder()
            .setId(raw.id())
            .setStream(raw.stream())
            .setEventTime(raw.eventTime())
            .setName(raw.name())
            .setMediaType(raw.mediaType())
            .setRawDescriptor(raw.rawDescriptor())
            .setOrigin(Identity.origin(record))
            .setEnvelopeHead(ByteFields.of(raw.head()))
            .setEnvelopeTail(ByteFields.of(raw.tail()))
            .setRawLength(raw.media().length)
            .setEncodedLength(encoded.container().length)
            .setFidelity(Fidelity.valueOf(statistics.fidelity().name()))
            .setModel(statistics.model().map(EncodedRecords::reference).orElse(null))
            .setCodecVersion(VERSION)
            .setPayload(ByteFields.of(encoded.container()))
            .build();
    return Outgoing.like(record, topic, messages.toBytes(message));
  }

  /** A tombstone stays one, for whoever compacts the encoded topic. */
  TopicRecord tombstone(TopicRecord record) {
    return Outgoing.like(record, topic, null);
  }

  static ModelReference reference(ModelId model) {
    return new ModelReference(model.name(), model.version(), model.digest());
  }
}
