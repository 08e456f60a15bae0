package io.ardmstream.jobs.replay;

import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.jobs.kafka.PartitionLog;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.TopicRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the records that others lean on and that were not read: they come before the start of a
 * replay, or before the checkpoint that it went on from.
 */
final class Predecessors implements AutoCloseable {

  private final StreamDecoder decoder;
  private final MessageReader<EncodedRecord> messages;
  private final PartitionLog log;
  private final Map<TopicPartition, GroupOffsets> partitions = new HashMap<>();

  Predecessors(StreamDecoder decoder, MessageReader<EncodedRecord> messages, PartitionLog log) {
    this.decoder = decoder;
    this.messages = messages;
    this.log = log;
  }

  /**
   * Gives the decoder a record and all that it leans on.
   *
   * @return why the record cannot be decoded, if something of that is not in its partition
   */
  Optional<MissingRecordsException> gather(TopicRecord record, byte[] container) {
    decoder.remember(container);
    Optional<GroupPlace> gap = decoder.gap(container);
    while (gap.isPresent()) {
      GroupOffsets offsets = offsets(record);
      Optional<byte[]> before = offsets.before(gap.get(), record.getOffset());
      before.ifPresent(decoder::remember);
      Optional<GroupPlace> next = decoder.gap(container);
      if (before.isEmpty() || next.equals(gap)) {
        return Optional.of(missing(record, container, gap.get(), offsets.from()));
      }
      gap = next;
    }
    return Optional.empty();
  }

  private GroupOffsets offsets(TopicRecord record) {
    return partitions.computeIfAbsent(
        new TopicPartition(record.getTopic(), record.getPartition()),
        partition -> new GroupOffsets(log, partition, this::container));
  }

  private Optional<byte[]> container(byte[] value) {
    try {
      return Optional.of(ByteFields.toArray(messages.fromBytes(value).getPayload()));
    } catch (MalformedMessageException foreign) {
      return Optional.empty();
    }
  }

  private static MissingRecordsException missing(
      TopicRecord record, byte[] container, GroupPlace gap, long reached) {
    int place = GroupPlace.of(container).orElseThrow().place();
    return new MissingRecordsException(
        "The record leans on the %d before it in its group, and record %d of the group, whose container ends with the checksum %08x, is not in partition %d of the topic %s between the offsets %d and %d"
            .formatted(
                place,
                gap.place(),
                gap.predecessor(),
                record.getPartition(),
                record.getTopic(),
                reached,
                record.getOffset()),
        "record %d of its group".formatted(place + 1),
        "It was deleted, by retention or compaction, or never copied: write the records of the"
            + " group to the topic again, in their order, from where they are still kept.");
  }

  @Override
  public void close() {
    log.close();
  }
}
