package io.ardmstream.jobs.replay;

import io.ardmstream.container.ContainerReader;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.jobs.kafka.PartitionLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/**
 * Where the records of groups lie in a partition, as far as it was read back. However many records
 * name others that are not there, each offset is read back once.
 */
final class GroupOffsets {

  /**
   * Offsets that are looked at. The records of a group lie within one bundle of the job that wrote
   * them, among those of its other subtasks; a bundle has at most as many.
   */
  private static final int MOST = 1 << 16;

  private final PartitionLog log;
  private final TopicPartition partition;
  private final Function<byte[], Optional<byte[]>> containers;
  private final Map<Name, Long> offsets =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Long> eldest) {
          return size() > 2 * MOST;
        }
      };
  private long from = Long.MAX_VALUE;
  private long to = Long.MAX_VALUE;

  /** What a record names the one before it by. */
  private record Name(int place, int footer) {}

  /**
   * @param containers takes the container out of a value, if it holds one
   */
  GroupOffsets(
      PartitionLog log, TopicPartition partition, Function<byte[], Optional<byte[]>> containers) {
    this.log = log;
    this.partition = partition;
    this.containers = containers;
  }

  /** Down to which offset it was read. */
  long from() {
    return from;
  }

  /** The container that a place names as the one before it, if it lies before an offset. */
  Optional<byte[]> before(GroupPlace place, long offset) {
    Name name = new Name(place.place() - 1, place.predecessor());
    long end = Math.max(log.begin(partition), offset - MOST);
    readOn(end, offset);
    if (!offsets.containsKey(name) && from > end) {
      Optional<Name> wanted = Optional.of(name);
      from = log.back(partition, end, from, (at, value) -> note(at, value).equals(wanted));
    }
    return Optional.ofNullable(offsets.get(name)).flatMap(this::at);
  }

  /** Reads what has come since the last time. */
  private void readOn(long end, long offset) {
    if (to < end || to > offset) {
      offsets.clear();
      from = offset;
    } else {
      log.back(
          partition,
          to,
          offset,
          (at, value) -> {
            note(at, value);
            return false;
          });
    }
    to = offset;
  }

  /** Notes where a record of a group lies, and gives its name. */
  private Optional<Name> note(long offset, byte[] value) {
    Optional<byte[]> container = containers.apply(value);
    Optional<Name> name =
        container
            .flatMap(GroupPlace::of)
            .map(place -> new Name(place.place(), ContainerReader.footer(container.get())));
    name.ifPresent(known -> offsets.merge(known, offset, Math::max));
    return name;
  }

  private Optional<byte[]> at(long offset) {
    byte[][] found = new byte[1][];
    log.back(
        partition,
        offset,
        offset + 1,
        (at, value) -> {
          found[0] = value;
          return true;
        });
    return Optional.ofNullable(found[0]).flatMap(containers);
  }
}
