package io.ardmstream.codec.decode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.LeaningCoder;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.HeapGuard;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.container.Container;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.Limits;
import io.ardmstream.parallel.SideBySide;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Decodes groups side by side, each in its order: a record leans on all before it, so the first one
 * that is lost ends its group, and what comes after it is refused.
 */
final class GroupDecoder {
  private final BlockDecoder blocks;
  private final Limits limits;

  GroupDecoder(BlockDecoder blocks, Limits limits) {
    this.blocks = blocks;
    this.limits = limits;
  }

  /**
   * Decodes groups, as many at a time as may be in memory together.
   *
   * @param outcomes takes the place of each record in the list of containers, and its result
   */
  void decode(
      List<byte[]> containers, List<RecordGroup> groups, BiConsumer<Integer, Decoding> outcomes) {
    List<Optional<ArdmException>> refusals =
        HeapGuard.together(
            groups,
            all -> decodeAll(containers, all, outcomes),
            (group, refusal) -> Optional.of(refusal));
    for (int i = 0; i < groups.size(); i++) {
      if (refusals.get(i).isPresent()) {
        Decoding refused = new Decoding.Failed(refusals.get(i).get());
        groups.get(i).records().forEach(record -> outcomes.accept(record, refused));
      }
    }
  }

  private List<Optional<ArdmException>> decodeAll(
      List<byte[]> containers, List<RecordGroup> groups, BiConsumer<Integer, Decoding> outcomes) {
    SampleBudget.inWaves(
        groups, group -> group.samples(containers), wave -> decodeWave(containers, wave, outcomes));
    return groups.stream().map(decoded -> Optional.<ArdmException>empty()).toList();
  }

  private void decodeWave(
      List<byte[]> containers, List<RecordGroup> groups, BiConsumer<Integer, Decoding> outcomes) {
    int longest = groups.stream().mapToInt(group -> group.records().size()).max().orElse(0);
    List<GroupProgress> all = groups.stream().map(RecordGroup::begin).toList();
    try {
      for (int next = 0; next < longest; next++) {
        decodeNext(containers, groups, all, next, outcomes);
      }
    } catch (OutOfMemoryError tooMuch) {
      // What the histories hold now is unknown.
      all.forEach(GroupProgress::lose);
      throw tooMuch;
    }
  }

  /** Decodes the next record of every group that has one more. */
  private void decodeNext(
      List<byte[]> containers,
      List<RecordGroup> groups,
      List<GroupProgress> all,
      int next,
      BiConsumer<Integer, Decoding> outcomes) {
    Map<Integer, DecodeTask> opened = new LinkedHashMap<>();
    Map<Integer, GroupProgress> owners = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      List<Integer> records = groups.get(i).records();
      if (next < records.size()) {
        int record = records.get(next);
        owners.put(record, all.get(i));
        open(containers.get(record), record, all.get(i), opened, outcomes);
      }
    }
    decodeTogether(opened, owners);
    List<Integer> records = List.copyOf(opened.keySet());
    List<Decoding> restored =
        SideBySide.map(records, record -> Decoder.restore(opened.get(record)));
    for (int i = 0; i < records.size(); i++) {
      int record = records.get(i);
      outcomes.accept(record, restored.get(i));
      owners.get(record).advance(opened.get(record).container());
      if (restored.get(i) instanceof Decoding.Failed) {
        owners.get(record).lose();
      }
    }
  }

  private void open(
      byte[] container,
      int record,
      GroupProgress progress,
      Map<Integer, DecodeTask> opened,
      BiConsumer<Integer, Decoding> outcomes) {
    if (progress.isLost()) {
      int place = ContainerReader.groupPlace(container).map(GroupPlace::place).orElse(0);
      outcomes.accept(record, RecordGroup.damaged(place));
      return;
    }
    try {
      DecodeTask task = DecodeTask.open(container, limits);
      progress.checkLike(task.container());
      opened.put(record, task);
    } catch (ArdmException refused) {
      outcomes.accept(record, new Decoding.Failed(refused));
      progress.lose();
    }
  }

  private void decodeTogether(Map<Integer, DecodeTask> tasks, Map<Integer, GroupProgress> owners) {
    Map<LeaningCoder, List<Place>> leaning = new LinkedHashMap<>();
    tasks.forEach(
        (record, task) -> {
          for (int i = 0; i < task.container().entries().size(); i++) {
            assign(task, i, owners.get(record), leaning);
          }
        });
    leaning.forEach(GroupDecoder::decode);
  }

  private void assign(
      DecodeTask task, int index, GroupProgress progress, Map<LeaningCoder, List<Place>> leaning) {
    Container container = task.container();
    if (!container.holds(index)) {
      task.lose(index, task.corrupt("The container ends inside a block", index));
    } else if (!BlockDecoder.leans(container, index)) {
      task.accept(index, blocks.plain(container, index));
    } else {
      try {
        LeaningCoder coder = blocks.leaning(task, index);
        BlockLayout layout = container.header().grid().layoutOf(index);
        BlockHistory history =
            progress.histories.computeIfAbsent(
                index, unseen -> coder.history(layout, container.rules()));
        leaning
            .computeIfAbsent(coder, unseen -> new ArrayList<>())
            .add(new Place(task, index, history));
      } catch (ArdmException unknown) {
        task.lose(index, unknown);
      }
    }
  }

  private static void decode(LeaningCoder coder, List<Place> places) {
    List<BlockHistory> histories = places.stream().map(Place::history).toList();
    List<BlockLayout> layouts = places.stream().map(Place::layout).toList();
    List<byte[]> payloads = places.stream().map(Place::payload).toList();
    try {
      List<Block> decoded = coder.decodeNext(histories, layouts, payloads);
      for (int i = 0; i < decoded.size(); i++) {
        places.get(i).task().accept(places.get(i).index(), decoded.get(i));
      }
    } catch (RuntimeException defect) {
      // What the histories hold now is unknown: none of these groups can go on.
      String what = "A block cannot be decoded: " + defect;
      places.forEach(p -> p.task().lose(p.index(), p.task().corrupt(what, p.index())));
    }
  }

  /** A block of a record that leans on others. */
  private record Place(DecodeTask task, int index, BlockHistory history) {
    BlockLayout layout() {
      return task.container().header().grid().layoutOf(index);
    }

    byte[] payload() {
      return task.container().payload(index);
    }
  }
}
