package io.ardmstream.likelihood;

import io.ardmstream.block.Block;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.coder.SymbolCost;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up what the digits of each place cost.
 *
 * @param bits by place
 */
public record PlaceCosts(float[] bits) implements SymbolSink {

  /** One for each block, all of zeros. */
  public static List<PlaceCosts> of(List<EncodedBlock> blocks) {
    return blocks.stream().map(b -> new PlaceCosts(new float[b.layout().planeSize()])).toList();
  }

  /** The blocks, which were decoded with these costs as their sinks. */
  public static List<SurveyedBlock> join(List<Block> blocks, List<PlaceCosts> costs) {
    List<SurveyedBlock> surveyed = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      surveyed.add(new SurveyedBlock(blocks.get(i), costs.get(i).bits()));
    }
    return surveyed;
  }

  @Override
  public void decoded(int place, int frequency) {
    bits[place] += (float) SymbolCost.bits(frequency);
  }
}
