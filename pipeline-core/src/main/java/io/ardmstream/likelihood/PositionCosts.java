package io.ardmstream.likelihood;

import io.ardmstream.block.Block;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.coder.SymbolCost;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up what the digits of each position cost.
 *
 * @param bits by position
 */
public record PositionCosts(float[] bits) implements SymbolSink {

  /** One for each block, all of zeros. */
  public static List<PositionCosts> of(List<EncodedBlock> blocks) {
    return blocks.stream().map(b -> new PositionCosts(new float[b.layout().planeSize()])).toList();
  }

  /** The blocks, which were decoded with these costs as their sinks. */
  public static List<SurveyedBlock> join(List<Block> blocks, List<PositionCosts> costs) {
    List<SurveyedBlock> surveyed = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      surveyed.add(new SurveyedBlock(blocks.get(i), costs.get(i).bits()));
    }
    return surveyed;
  }

  @Override
  public void decoded(int position, int frequency) {
    bits[position] += (float) SymbolCost.bits(frequency);
  }
}
