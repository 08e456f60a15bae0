package io.ardmstream.codec.decode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.LeaningModel;
import io.ardmstream.codec.Decoding;
import io.ardmstream.container.Container;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
   * Decodes whole groups.
   *
   * @param outcomes takes the result of each record, at its place in the list of containers
   */
  void decode(List<byte[]> containers, List<RecordGroup> groups, Decoding[] outcomes) {
    int longest = groups.stream().mapToInt(group -> group.records().size()).max().orElse(0);
    Map<RecordGroup, Progress> all = new LinkedHashMap<>();
    groups.forEach(group -> all.put(group, new Progress()));
    for (int place = 0; place < longest; place++) {
      Map<Integer, DecodeTask> opened = new LinkedHashMap<>();
      Map<Integer, Progress> owners = new HashMap<>();
      for (Map.Entry<RecordGroup, Progress> entry : all.entrySet()) {
        List<Integer> records = entry.getKey().records();
        if (place < records.size()) {
          int record = records.get(place);
          owners.put(record, entry.getValue());
          if (entry.getValue().lost) {
            outcomes[record] = RecordGroup.missing(place, "one of them is damaged");
          } else {
            open(containers.get(record), record, entry.getValue(), opened, outcomes);
          }
        }
      }
      decodeTogether(opened, owners);
      opened.forEach(
          (record, task) -> {
            outcomes[record] = Decoder.restore(task);
            owners.get(record).last = task.container();
            owners.get(record).lost = outcomes[record] instanceof Decoding.Failed;
          });
    }
  }

  private void open(
      byte[] container,
      int record,
      Progress progress,
      Map<Integer, DecodeTask> opened,
      Decoding[] outcomes) {
    try {
      DecodeTask task = DecodeTask.open(container, limits);
      progress.checkLike(task.container());
      opened.put(record, task);
    } catch (ArdmException refused) {
      outcomes[record] = new Decoding.Failed(refused);
      progress.lost = true;
    }
  }

  private void decodeTogether(Map<Integer, DecodeTask> tasks, Map<Integer, Progress> owners) {
    Map<LeaningModel, List<Place>> modelled = new LinkedHashMap<>();
    tasks.forEach(
        (record, task) -> {
          for (int i = 0; i < task.container().entries().size(); i++) {
            assign(task, i, owners.get(record), modelled);
          }
        });
    modelled.forEach(GroupDecoder::decode);
  }

  private void assign(
      DecodeTask task, int index, Progress progress, Map<LeaningModel, List<Place>> modelled) {
    Container container = task.container();
    if (!container.holds(index)) {
      task.lose(index, task.corrupt("The container ends inside a block", index));
    } else if (container.entries().get(index).mode() != BlockMode.ARDM) {
      task.accept(index, blocks.plain(container, index));
    } else {
      try {
        BlockModel model = blocks.model(container, index);
        BlockLayout layout = container.header().grid().layoutOf(index);
        if (model instanceof LeaningModel leaning && leaning.leans(layout)) {
          BlockHistory history =
              progress.histories.computeIfAbsent(index, unseen -> leaning.history(layout));
          modelled
              .computeIfAbsent(leaning, unseen -> new ArrayList<>())
              .add(new Place(task, index, history));
        } else {
          task.lose(index, task.corrupt("The model does not code such blocks in groups", index));
        }
      } catch (ArdmException unknown) {
        task.lose(index, unknown);
      }
    }
  }

  private static void decode(LeaningModel model, List<Place> places) {
    List<BlockHistory> histories = places.stream().map(Place::history).toList();
    List<byte[]> payloads = places.stream().map(Place::payload).toList();
    try {
      List<Block> decoded = model.decodeNext(histories, payloads);
      for (int i = 0; i < decoded.size(); i++) {
        places.get(i).task().accept(places.get(i).index(), decoded.get(i));
      }
    } catch (RuntimeException defect) {
      // What the histories hold now is unknown: none of these groups can go on.
      String what = "The model cannot decode a block: " + defect;
      places.forEach(p -> p.task().lose(p.index(), p.task().corrupt(what, p.index())));
    }
  }

  /** What a group has come to. */
  private static final class Progress {
    /** Of each block of the grid that a model codes, by its number. */
    final Map<Integer, BlockHistory> histories = new HashMap<>();

    Container last;
    boolean lost;

    void checkLike(Container container) {
      boolean alike =
          last == null
              || last.header().grid().equals(container.header().grid())
                  && last.header().model().equals(container.header().model());
      if (!alike) {
        throw new CorruptDataException(
            "The records of a group have different shapes or models",
            "record %d of its group"
                .formatted(1 + container.header().group().orElseThrow().place()),
            "Fetch the encoded records again from where they came.");
      }
    }
  }

  /** A block of a record that a model decodes. */
  private record Place(DecodeTask task, int index, BlockHistory history) {
    byte[] payload() {
      return task.container().payload(index);
    }
  }
}
