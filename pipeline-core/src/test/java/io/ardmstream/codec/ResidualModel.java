package io.ardmstream.codec;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.coder.RansBlockEncoder;
import io.ardmstream.coder.RansDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * A small but real model: the difference from the sample before, its upper eight bits by a fixed
 * distribution and the rest evenly.
 */
public final class ResidualModel implements BlockModel {
  static final ModelId ID = new ModelId("residual", 1, "0123456789abcdef".repeat(4));
  private static final int TOTAL = 1 << 16;
  private static final int[] STARTS = starts();

  private final ModelId id;
  private final boolean bestEffort;
  private int calls;

  public ResidualModel() {
    this(false);
  }

  public ResidualModel(boolean bestEffort) {
    this(ID, bestEffort);
  }

  public ResidualModel(ModelId id, boolean bestEffort) {
    this.id = id;
    this.bestEffort = bestEffort;
  }

  /** How often {@link #encode} was called. */
  int calls() {
    return calls;
  }

  @Override
  public ModelId id() {
    return id;
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return layout.bitDepth() <= 24;
  }

  @Override
  public boolean bestEffort() {
    return bestEffort;
  }

  @Override
  public List<ModelledBlock> encode(List<Block> blocks) {
    calls++;
    return blocks.stream().map(ResidualModel::encode).toList();
  }

  private static ModelledBlock encode(Block block) {
    RansBlockEncoder symbols = new RansBlockEncoder();
    double[] bits = new double[2];
    int low = lowBits(block.layout());
    for (int[] plane : block.planes()) {
      int before = 0;
      for (int sample : plane) {
        int residual = sample - before;
        int high = (byte) (residual >> low);
        int symbol = high >= 0 ? 2 * high : -2 * high - 1;
        int frequency = STARTS[symbol + 1] - STARTS[symbol];
        symbols.add(STARTS[symbol], frequency);
        bits[0] -= Math.log(frequency / (double) TOTAL) / Math.log(2);
        symbols.add((residual & (1 << low) - 1) * (TOTAL >> low), TOTAL >> low);
        bits[1] += low;
        before = sample;
      }
    }
    return new ModelledBlock(symbols.encode(), bits[0] + bits[1], bits);
  }

  @Override
  public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      blocks.add(decode(layouts.get(i), payloads.get(i)));
    }
    return blocks;
  }

  private static Block decode(BlockLayout layout, byte[] payload) {
    RansDecoder symbols = RansDecoder.open(payload);
    Block block = Block.blank(layout);
    int low = lowBits(layout);
    int unused = 32 - Math.max(8, layout.bitDepth());
    for (int[] plane : block.planes()) {
      int before = 0;
      for (int i = 0; i < plane.length; i++) {
        int symbol = 0;
        while (STARTS[symbol + 1] <= symbols.peek()) {
          symbol++;
        }
        symbols.pop(STARTS[symbol], STARTS[symbol + 1] - STARTS[symbol]);
        int high = (symbol & 1) == 0 ? symbol / 2 : -(symbol + 1) / 2;
        int rest = symbols.peek() / (TOTAL >> low);
        symbols.pop(rest * (TOTAL >> low), TOTAL >> low);
        int sample = before + (high << low | rest) << unused;
        before = layout.signed() ? sample >> unused : sample >>> unused;
        before = Math.max(layout.least(), Math.min(layout.greatest(), before));
        plane[i] = before;
      }
    }
    return block;
  }

  @Override
  public void close() {
    // Holds nothing.
  }

  private static int lowBits(BlockLayout layout) {
    return Math.max(0, layout.bitDepth() - 8);
  }

  private static int[] starts() {
    int[] starts = new int[257];
    for (int symbol = 255; symbol > 0; symbol--) {
      starts[symbol] = Math.max(1, 4800 >> Math.min(symbol / 6, 16));
    }
    int next = TOTAL;
    for (int symbol = 255; symbol > 0; symbol--) {
      next -= starts[symbol];
      starts[symbol] = next;
    }
    starts[256] = TOTAL;
    return starts;
  }
}
