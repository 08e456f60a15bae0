package io.ardmstream.codec.decode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.LeaningCoder;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.codec.BitCostMap;
import io.ardmstream.codec.HeapGuard;
import io.ardmstream.container.Container;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.media.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out where the bits of a record went, by decoding it. */
public record BitCostSurvey(BlockDecoder blocks, Limits limits) {

  public BitCostMap survey(byte[] container) {
    return survey(container, new GroupProgress());
  }

  /** Surveys a record of a group, or one that stands alone. */
  BitCostMap survey(byte[] container, GroupProgress progress) {
    return HeapGuard.alone(container, bytes -> surveyAfter(bytes, progress));
  }

  private BitCostMap surveyAfter(byte[] bytes, GroupProgress progress) {
    DecodeTask task = DecodeTask.open(bytes, limits);
    Container container = task.container();
    BlockGrid grid = container.header().grid();
    float[] bits = new float[grid.layout().planeSize()];
    Optional<GroupPlace> place = container.header().group();
    if (place.isPresent() && place.get().leans() && progress.isFresh()) {
      throw RecordGroup.refusal(place.get().place(), "it is decoded alone here");
    }
    progress.checkLike(container);
    List<Integer> modelled = new ArrayList<>();
    List<Integer> leaning = new ArrayList<>();
    for (int i = 0; i < container.entries().size(); i++) {
      if (!container.holds(i)) {
        throw task.corrupt("The container ends inside a block", i);
      } else if (BlockDecoder.leans(container, i)) {
        leaning.add(i);
      } else if (container.entries().get(i).mode() == BlockMode.ARDM) {
        modelled.add(i);
      } else {
        accept(task, i, plain(container, i), bits);
      }
    }
    leaning.forEach(i -> accept(task, i, inGroup(task, i, progress), bits));
    modelled(task, modelled, bits);
    task.restoreStrictly();
    return new BitCostMap(container.info(), task.planes(), bits);
  }

  private SurveyedBlock inGroup(DecodeTask task, int index, GroupProgress progress) {
    Container container = task.container();
    BlockLayout layout = container.header().grid().layoutOf(index);
    LeaningCoder coder = blocks.leaning(task, index);
    BlockHistory history =
        progress.histories.computeIfAbsent(
            index, unseen -> coder.history(layout, container.rules()));
    return coder.surveyNext(history, layout, container.payload(index));
  }

  private SurveyedBlock plain(Container container, int index) {
    Block block = blocks.plain(container, index);
    return SurveyedBlock.even(block, container.entries().get(index).length());
  }

  private void modelled(DecodeTask task, List<Integer> indices, float[] bits) {
    if (indices.isEmpty()) {
      return;
    }
    Container container = task.container();
    List<BlockLayout> layouts =
        indices.stream().map(i -> container.header().grid().layoutOf(i)).toList();
    List<byte[]> payloads = indices.stream().map(container::payload).toList();
    List<SurveyedBlock> surveyed = model(task, layouts, indices).survey(layouts, payloads);
    for (int i = 0; i < surveyed.size(); i++) {
      accept(task, indices.get(i), surveyed.get(i), bits);
    }
  }

  private BlockModel model(DecodeTask task, List<BlockLayout> layouts, List<Integer> indices) {
    BlockModel model = blocks.model(task.container(), indices.get(0));
    for (int i = 0; i < layouts.size(); i++) {
      if (!model.covers(layouts.get(i))) {
        throw task.corrupt("The model does not code such blocks", indices.get(i));
      }
    }
    return model;
  }

  private static void accept(DecodeTask task, int index, SurveyedBlock surveyed, float[] bits) {
    task.accept(index, surveyed.block());
    BlockGrid grid = task.container().header().grid();
    BlockLayout piece = surveyed.block().layout();
    int start = grid.top(index) * grid.layout().width() + grid.left(index);
    for (int y = 0; y < piece.height(); y++) {
      int to = start + y * grid.layout().width();
      System.arraycopy(surveyed.bits(), y * piece.width(), bits, to, piece.width());
    }
  }
}
