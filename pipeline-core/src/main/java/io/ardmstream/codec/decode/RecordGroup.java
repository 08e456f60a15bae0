package io.ardmstream.codec.decode;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.media.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records of one group that are to be decoded, in its order.
 *
 * @param records where they are in a list of containers
 * @param begun what decoding has come to before the first of them; empty if that is the first one
 *     of the group
 */
record RecordGroup(List<Integer> records, Optional<GroupProgress> begun) {

  /** What the first record leans on. */
  GroupProgress begin() {
    return begun.orElseGet(GroupProgress::new);
  }

  /**
   * Finds the groups among containers. A record is found by the footer that the next one names.
   *
   * @param outcomes takes the refusals of those whose predecessors are not before them
   */
  static List<RecordGroup> find(List<byte[]> containers, Decoding[] outcomes) {
    List<RecordGroup> groups = new ArrayList<>();
    Map<Integer, Deque<RecordGroup>> byFooter = new HashMap<>();
    for (int i = 0; i < containers.size(); i++) {
      Optional<GroupPlace> place = ContainerReader.groupPlace(containers.get(i));
      if (place.isPresent()) {
        Optional<RecordGroup> group = group(place.get(), groups, byFooter);
        if (group.isPresent()) {
          group.get().records.add(i);
          int footer = ContainerReader.footer(containers.get(i));
          byFooter.computeIfAbsent(footer, unseen -> new ArrayDeque<>()).add(group.get());
        } else {
          outcomes[i] = absent(place.get(), place.get());
        }
      }
    }
    return groups;
  }

  /**
   * How much of a {@link SampleBudget} decoding takes: that of the largest record and its
   * histories.
   */
  long samples(List<byte[]> containers) {
    return records.stream().mapToLong(record -> samples(containers.get(record))).max().orElse(0);
  }

  private static long samples(byte[] container) {
    try {
      BlockGrid grid = ContainerReader.open(container, Limits.none()).header().grid();
      return SampleBudget.ofHistories(grid.count(), grid.layout().samples());
    } catch (ArdmException refusedLater) {
      return 0;
    }
  }

  private static Optional<RecordGroup> group(
      GroupPlace place, List<RecordGroup> groups, Map<Integer, Deque<RecordGroup>> byFooter) {
    if (!place.leans()) {
      RecordGroup begun = new RecordGroup(new ArrayList<>(), Optional.empty());
      groups.add(begun);
      return Optional.of(begun);
    }
    Deque<RecordGroup> candidates = byFooter.getOrDefault(place.predecessor(), new ArrayDeque<>());
    Optional<RecordGroup> found =
        candidates.stream().filter(group -> group.records.size() == place.place()).findFirst();
    found.ifPresent(candidates::remove);
    return found;
  }

  /**
   * The refusal of a record whose group has a gap before it.
   *
   * @param gap the place of the record after the gap
   */
  static Decoding absent(GroupPlace place, GroupPlace gap) {
    return missing(
        place.place(),
        "record %d of the group, whose container ends with the checksum %08x, is not at hand"
            .formatted(gap.place(), gap.predecessor()));
  }

  /** The refusal of a record that leans on one that cannot be decoded. */
  static Decoding damaged(int place) {
    return missing(place, "one of them is damaged");
  }

  /** The refusal of a record that is not decoded because of those before it. */
  static Decoding missing(int place, String why) {
    return new Decoding.Failed(refusal(place, why));
  }

  static MissingRecordsException refusal(int place, String why) {
    return new MissingRecordsException(
        "The record leans on the %d before it in its group, and %s".formatted(place, why),
        "record %d of its group".formatted(place + 1),
        "Decode the records of the group together, in their order and from the first one on.");
  }
}
