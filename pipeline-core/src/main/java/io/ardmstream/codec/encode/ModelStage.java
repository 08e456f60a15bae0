package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.codec.Attempt;
import io.ardmstream.codec.SampleBudget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the models code the blocks they cover, those of all records together. */
record ModelStage(ChosenModels models) {

  void run(List<BlockPlan> blocks) {
    Map<BlockModel, List<BlockPlan>> batches = new LinkedHashMap<>();
    for (BlockPlan block : blocks) {
      Optional<BlockModel> model = models.covering(block.record.layout(), block.layout());
      if (model.isPresent()) {
        batches.computeIfAbsent(model.get(), unseen -> new ArrayList<>()).add(block);
      } else if (models.of(block.layout().kind()).isPresent()) {
        block.record.reasons.add("the model does not cover this shape");
      }
    }
    batches.forEach(
        (model, batch) ->
            SampleBudget.inWaves(
                batch, block -> block.layout().samples(), wave -> encode(model, wave)));
  }

  private static void encode(BlockModel model, List<BlockPlan> plans) {
    List<Block> blocks = plans.stream().map(BlockPlan::block).toList();
    List<Attempt<ModelledBlock>> attempts = Attempt.together(blocks, model::encode);
    for (int i = 0; i < plans.size(); i++) {
      BlockPlan plan = plans.get(i);
      Attempt<ModelledBlock> attempt = attempts.get(i);
      if (attempt.succeeded()) {
        plan.modelled = Optional.of(new BlockPlan.Modelled(model, attempt.result()));
      } else {
        plan.record.reasons.add(model.id().name() + " failed: " + attempt.defect());
      }
    }
  }
}
