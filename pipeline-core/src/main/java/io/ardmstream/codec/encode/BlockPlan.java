package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.container.BlockPayload;
import java.util.Optional;

/** A block on its way to a container, and what was made of it so far. */
final class BlockPlan {

  /**
   * What a model made of a block.
   *
   * @param model that coded it
   * @param result its payload and what that cost
   */
  record Modelled(BlockModel model, ModelledBlock result) {}

  final RecordPlan record;
  private final int index;
  private final int checksum;

  /** What a model made of it, unless none did or it was given up. */
  Optional<Modelled> modelled = Optional.empty();

  /** What the classic coder made of it, unless it did not try. */
  Optional<byte[]> classic = Optional.empty();

  private BlockPayload coded;

  /** The block with this number in the grid of a record that has its samples. */
  BlockPlan(RecordPlan record, int index) {
    this.record = record;
    this.index = index;
    checksum = record.isOneBlock() ? 0 : checksum(block());
  }

  /** A container of one block has no checksum but that of the record. */
  private static int checksum(Block block) {
    return StoredSamples.checksum(block.planes(), block.layout().bitDepth());
  }

  BlockLayout layout() {
    return record.grid.layoutOf(index);
  }

  /** Its samples, cut from those of its record. */
  Block block() {
    return record.grid.cut(record.planes(), index);
  }

  /** Has the classic coder take it in the format that takes least time, if that suits it. */
  void codeFast() {
    classic = ClassicCoder.encodeFast(block());
  }

  /** Decides how it is coded. */
  void code(BlockMode mode, byte[] payload) {
    coded = new BlockPayload(mode, checksum, payload);
  }

  boolean isCoded() {
    return coded != null;
  }

  BlockMode mode() {
    return coded.mode();
  }

  BlockPayload coded() {
    return coded;
  }
}
