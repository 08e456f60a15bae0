package io.ardmstream.codec.decode;

import io.ardmstream.codec.BitCostMap;
import io.ardmstream.codec.Decoding;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decodes records call by call: groups go on where calls before have ended. Containers are kept
 * within bounds; what decoding has learnt from them is kept while the heap has room for it, and
 * learnt again where it is not.
 */
public final class GroupMemory {
  /** Groups whose state is kept: streams that are read side by side. */
  private static final int MOST_OPEN = 8;

  private final Decoder decoder;
  private final GroupDecoder groups;
  private final BitCostSurvey surveyor;
  private final KeptRecords recent;
  private final Deque<RememberedRecord> open = new ArrayDeque<>();

  /**
   * A memory without records.
   *
   * @param mostBytes of containers that are kept between calls
   */
  public GroupMemory(BlockDecoder blocks, Limits limits, long mostBytes) {
    decoder = new Decoder(blocks, limits);
    groups = new GroupDecoder(blocks, limits);
    surveyor = new BitCostSurvey(blocks, limits);
    recent = new KeptRecords(mostBytes);
  }

  /** Takes in a record that others lean on, without decoding it. */
  public void remember(byte[] container) {
    ContainerReader.groupPlace(container).ifPresent(place -> recent.gather(container, place));
  }

  /**
   * The place of the first record, of those that a record leans on, whose predecessor is missing.
   */
  public Optional<GroupPlace> gap(byte[] container) {
    return ContainerReader.groupPlace(container)
        .map(place -> first(place, recent.before(place)))
        .filter(GroupPlace::leans);
  }

  private static GroupPlace first(GroupPlace place, List<RememberedRecord> before) {
    return before.isEmpty() ? place : before.get(0).place;
  }

  /**
   * Decodes a record and tells where its bits went; those that it leans on are remembered.
   *
   * @throws io.ardmstream.failure.ArdmException when it cannot be decoded as a whole
   */
  public BitCostMap survey(byte[] container) {
    Optional<GroupPlace> place = ContainerReader.groupPlace(container).filter(GroupPlace::leans);
    if (place.isEmpty()) {
      return surveyor.survey(container);
    }
    List<RememberedRecord> before = recent.before(place.get());
    GroupPlace gap = first(place.get(), before);
    if (gap.leans()) {
      RecordGroup.absent(place.get(), gap).orThrow();
    }
    GroupProgress progress = new GroupProgress();
    List<Integer> records = IntStream.range(0, before.size()).boxed().toList();
    List<Decoding> lost = new ArrayList<>();
    groups.decode(
        before.stream().map(record -> record.container).toList(),
        List.of(new RecordGroup(records, Optional.of(progress))),
        (i, decoding) -> {
          if (decoding instanceof Decoding.Failed) {
            lost.add(decoding);
          }
        });
    recent.forget();
    lost.forEach(Decoding::orThrow);
    return surveyor.survey(container, progress);
  }

  /** Decodes records; those that they lean on are among them, in any order, or remembered. */
  public List<Decoding> decode(List<byte[]> containers) {
    List<byte[]> alone = new ArrayList<>();
    List<Optional<RememberedRecord>> batch = new ArrayList<>();
    for (byte[] container : containers) {
      Optional<GroupPlace> place = ContainerReader.groupPlace(container);
      batch.add(place.map(inGroup -> recent.remember(container, inGroup)));
      if (place.isEmpty()) {
        alone.add(container);
      }
    }
    var single = decoder.decode(alone).iterator();
    Map<RememberedRecord, Decoding> grouped =
        decodeGroups(batch.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    recent.forget();
    return batch.stream().map(r -> r.isEmpty() ? single.next() : grouped.get(r.get())).toList();
  }

  private Map<RememberedRecord, Decoding> decodeGroups(Set<RememberedRecord> wanted) {
    Map<RememberedRecord, Decoding> outcomes = new HashMap<>();
    List<Run> runs = new ArrayList<>();
    for (RememberedRecord last : lasts(wanted)) {
      List<RememberedRecord> path = new ArrayList<>(recent.before(last.place));
      path.add(last);
      GroupPlace gap = path.get(0).place;
      if (leansOnDamage(path, wanted)) {
        path.forEach(lost -> outcomes.put(lost, RecordGroup.damaged(lost.place.place())));
      } else {
        Run run = Run.of(path, wanted);
        if (gap.leans() && run.from() == 0) {
          path.forEach(lost -> outcomes.put(lost, RecordGroup.absent(lost.place, gap)));
        } else {
          runs.add(run);
        }
      }
    }
    decode(runs, wanted, outcomes);
    return outcomes;
  }

  /** Whether a record is known to be damaged that all which are wanted lean on. */
  private static boolean leansOnDamage(List<RememberedRecord> path, Set<RememberedRecord> wanted) {
    for (RememberedRecord record : path) {
      if (wanted.contains(record)) {
        return false;
      }
      if (record.isDamaged()) {
        return true;
      }
    }
    return false;
  }

  /** Those that no other leans on: decoding up to them decodes all. */
  private Set<RememberedRecord> lasts(Set<RememberedRecord> wanted) {
    Set<RememberedRecord> lasts = new HashSet<>(wanted);
    for (RememberedRecord record : wanted) {
      List<RememberedRecord> before = recent.before(record.place);
      if (!before.isEmpty()) {
        lasts.remove(before.get(before.size() - 1));
      }
    }
    return lasts;
  }

  /** What is decoded only because others lean on it is not kept: a group may be long. */
  private void decode(
      List<Run> runs, Set<RememberedRecord> wanted, Map<RememberedRecord, Decoding> outcomes) {
    List<RememberedRecord> records = new ArrayList<>();
    List<RecordGroup> ahead = new ArrayList<>();
    for (Run run : runs) {
      List<Integer> places = new ArrayList<>();
      for (RememberedRecord record : run.ahead()) {
        places.add(records.size());
        records.add(record);
      }
      ahead.add(new RecordGroup(places, Optional.of(run.progress)));
    }
    groups.decode(
        records.stream().map(record -> record.container).toList(),
        ahead,
        (i, decoding) -> {
          RememberedRecord record = records.get(i);
          record.noteDamage(record.isDamaged() && decoding instanceof Decoding.Failed);
          if (wanted.contains(record)) {
            outcomes.put(record, decoding);
          }
        });
    for (Run run : runs) {
      if (run.progress.isLost()) {
        run.fromTheBeginning(decoder, outcomes);
      } else {
        keep(run.last(), run.progress);
      }
    }
  }

  private void keep(RememberedRecord last, GroupProgress reached) {
    last.keep(reached);
    open.addLast(last);
    if (open.size() > MOST_OPEN) {
      open.removeFirst().takeProgress();
    }
  }

  /**
   * A group as far as it is wanted.
   *
   * @param path its records from the first one on
   * @param from where decoding begins
   * @param progress what decoding has come to there
   */
  private record Run(List<RememberedRecord> path, int from, GroupProgress progress) {

    /** Goes on where an earlier call ended if that was right before the first that is wanted. */
    static Run of(List<RememberedRecord> path, Set<RememberedRecord> wanted) {
      int first = 0;
      while (!wanted.contains(path.get(first))) {
        first++;
      }
      GroupProgress reached = first == 0 ? null : path.get(first - 1).takeProgress();
      return reached == null
          ? new Run(path, 0, new GroupProgress())
          : new Run(path, first, reached);
    }

    List<RememberedRecord> ahead() {
      return path.subList(from, path.size());
    }

    RememberedRecord last() {
      return path.get(path.size() - 1);
    }

    /** A record is damaged, or the heap was too small for all groups together. */
    void fromTheBeginning(Decoder decoder, Map<RememberedRecord, Decoding> outcomes) {
      List<Decoding> decoded =
          decoder.decode(path.stream().map(record -> record.container).toList());
      for (int i = 0; i < path.size(); i++) {
        outcomes.put(path.get(i), decoded.get(i));
        if (decoded.get(i) instanceof Decoding.Failed failed
            && failed.failure() instanceof CorruptDataException) {
          path.get(i).noteDamage(true);
        }
      }
    }
  }
}
