package io.ardmstream.it;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import java.util.ArrayList;
import java.util.List;

/** A model that knows every block it has seen by heart, so that it always wins. */
final class MemoryModel implements BlockModel {

  private final List<Block> memory = new ArrayList<>();

  @Override
  public ModelId id() {
    return new ModelId("memory", 1, "5".repeat(64));
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return true;
  }

  @Override
  public List<ModelledBlock> encode(List<Block> blocks) {
    List<ModelledBlock> coded = new ArrayList<>();
    for (Block block : blocks) {
      memory.add(block);
      byte[] number = {(byte) (memory.size() - 1)};
      coded.add(new ModelledBlock(number, 8, new double[] {8}));
    }
    return coded;
  }

  @Override
  public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
    return payloads.stream().map(payload -> memory.get(payload[0])).toList();
  }

  @Override
  public void close() {}
}
