package io.ardmstream.jobs.replay;

import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.jobs.kafka.EarlierRecords;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.TopicRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the records that others lean on and that were not read: they come before the start of a
 * replay, or before the checkpoint that it went on from.
 */
final class Predecessors implements AutoCloseable {

  /** Gaps that are known not to be filled; of more, the oldest are looked for again. */
  private static final int MOST_GAPS = 1000;

  private final StreamDecoder decoder;
  private final MessageReader<EncodedRecord> messages;
  private final EarlierRecords earlier;
  private final Map<Gap, Long> searched =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Gap, Long> eldest) {
          return size() > MOST_GAPS;
        }
      };

  /** The place of a record whose predecessor is not at hand. */
  private record Gap(TopicPartition partition, GroupPlace place) {}

  Predecessors(
      StreamDecoder decoder, MessageReader<EncodedRecord> messages, EarlierRecords earlier) {
    this.decoder = decoder;
    this.messages = messages;
    this.earlier = earlier;
  }

  /**
   * Gives the decoder a record and all that it leans on.
   *
   * @return why the record cannot be decoded, if something of that is not in its partition
   */
  Optional<MissingRecordsException> gather(TopicRecord record, byte[] container) {
    decoder.remember(container);
    Optional<GroupPlace> gap = decoder.gap(container);
    if (gap.isEmpty()) {
      return Optional.empty();
    }
    TopicPartition partition = new TopicPartition(record.getTopic(), record.getPartition());
    Long reached = searched.get(new Gap(partition, gap.get()));
    if (reached == null) {
      Search search = new Search(gap.get());
      reached = earlier.before(partition, record.getOffset(), search);
      gap = decoder.gap(container);
      if (gap.isEmpty()) {
        return Optional.empty();
      }
      searched.put(new Gap(partition, gap.get()), reached);
    }
    return Optional.of(missing(record, container, gap.get(), reached));
  }

  /** Goes back from record to record; each names the one before it. */
  private final class Search implements Predicate<byte[]> {
    private Optional<GroupPlace> gap;

    Search(GroupPlace gap) {
      this.gap = Optional.of(gap);
    }

    /** Takes in an earlier record if it is the missing one; true if nothing is missing now. */
    @Override
    public boolean test(byte[] value) {
      try {
        byte[] container = ByteFields.toArray(messages.fromBytes(value).getPayload());
        if (gap.orElseThrow().follows(container)) {
          decoder.remember(container);
          gap = decoder.gap(container);
        }
      } catch (MalformedMessageException foreign) {
        return false;
      }
      return gap.isEmpty();
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
    earlier.close();
  }
}
