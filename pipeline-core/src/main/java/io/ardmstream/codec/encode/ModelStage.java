package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.codec.SampleBudget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has the models code the blocks they cover, those of all records together. */
record ModelStage(ChosenModels models) {

  void run(List<RecordPlan> drafts) {
    Map<BlockModel, List<BlockPlan>> batches = new LinkedHashMap<>();
    for (RecordPlan draft : drafts) {
      for (BlockPlan block : draft.blocks) {
        if (!block.settled()) {
          assign(block, batches);
        }
      }
    }
    batches.forEach(
        (model, batch) ->
            SampleBudget.inWaves(batch, ModelStage::samples, blocks -> encode(model, blocks)));
  }

  private void assign(BlockPlan block, Map<BlockModel, List<BlockPlan>> batches) {
    var model = models.covering(block.record.layout(), block.block().layout());
    if (model.isPresent()) {
      batches.computeIfAbsent(model.get(), unseen -> new ArrayList<>()).add(block);
    } else if (models.of(block.block().layout().kind()).isPresent()) {
      block.record.reasons.add("the model does not cover this shape");
    }
  }

  private static long samples(BlockPlan draft) {
    return draft.block().layout().samples();
  }

  private static void encode(BlockModel model, List<BlockPlan> batch) {
    try {
      encodeTogether(model, batch);
    } catch (RuntimeException unforeseen) {
      // One block may be to blame: the others must not lose their model for it.
      batch.forEach(block -> encodeAlone(model, block));
    }
  }

  private static void encodeTogether(BlockModel model, List<BlockPlan> batch) {
    List<Block> blocks = batch.stream().map(draft -> draft.block()).toList();
    List<ModelledBlock> results = model.encode(blocks);
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).modelled(model, results.get(i));
    }
  }

  private static void encodeAlone(BlockModel model, BlockPlan block) {
    try {
      encodeTogether(model, List.of(block));
    } catch (RuntimeException failure) {
      block.forgetModelled(model.id().name() + " failed: " + failure);
    }
  }
}
