package io.ardmstream.codec;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningModel;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.SurveyedBlock;
import java.util.ArrayList;
import java.util.List;

/** A model that decodes nothing but zeros, be it that blocks lean on others, or fails. */
record OddModel(boolean coversAll, boolean fails) implements LeaningModel {

  private record History(BlockLayout layout) implements BlockHistory {}

  @Override
  public ModelId id() {
    return ResidualModel.ID;
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return coversAll;
  }

  @Override
  public boolean leans(BlockLayout layout) {
    return coversAll;
  }

  @Override
  public List<ModelledBlock> encode(List<Block> blocks) {
    throw new IllegalStateException("a defect");
  }

  @Override
  public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
    if (fails) {
      throw new IllegalStateException("a defect");
    }
    return layouts.stream().map(Block::blank).toList();
  }

  @Override
  public BlockHistory history(BlockLayout layout, LeaningRules rules) {
    return new History(layout);
  }

  @Override
  public List<LeaningBlock> encodeNext(List<BlockHistory> histories, List<Block> blocks) {
    if (fails) {
      throw new IllegalStateException("a defect");
    }
    List<LeaningBlock> coded = new ArrayList<>();
    for (Block block : blocks) {
      ModelledBlock made = new ModelledBlock(new byte[1], 8, new double[0]);
      coded.add(new LeaningBlock(made, block.layout().samples()));
    }
    return coded;
  }

  @Override
  public List<Block> decodeNext(List<BlockHistory> histories, List<byte[]> payloads) {
    return decode(histories.stream().map(history -> ((History) history).layout).toList(), payloads);
  }

  @Override
  public SurveyedBlock surveyNext(BlockHistory history, byte[] payload) {
    return SurveyedBlock.even(decodeNext(List.of(history), List.of(payload)).get(0), 1);
  }

  @Override
  public void close() {}
}
