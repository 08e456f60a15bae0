package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.classic.PictureBands;
import io.ardmstream.codec.Attempt;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.media.SampleLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Has the models code the blocks they cover, those of all records together. */
record ModelStage(ChosenModels models) {
  /** What a picture gains at most by having all of its rows coded, not only a part. */
  private static final double MOST_GAIN = 1.2;

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

  /**
   * Whether a model, which is given an eighth of the rows of a picture, promises to need less than
   * what somebody else made of all of it.
   *
   * @param other size of that in bytes
   */
  boolean mayBeat(RecordPlan plan, int other) {
    SampleLayout layout = plan.layout();
    BlockLayout whole = BlockLayout.piece(layout, layout.width(), layout.height());
    Block part = PictureBands.of(new Block(whole, plan.planes()));
    double share = part.layout().samples() / (double) layout.samples();
    return models
        .covering(layout, part.layout())
        .map(model -> Attempt.together(List.of(part), model::encode).get(0))
        .filter(Attempt::succeeded)
        .filter(tried -> tried.result().payload().length <= MOST_GAIN * share * other)
        .isPresent();
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
