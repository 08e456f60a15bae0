package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.container.BlockPayload;
import java.util.Optional;
import java.util.function.Function;

/** A block on its way to a container. */
final class BlockPlan {
  final RecordPlan record;
  private Block block;
  private final int checksum;
  private Optional<BlockModel> model = Optional.empty();
  private Optional<ModelledBlock> modelled = Optional.empty();
  private boolean thorough;
  private byte[] classic;
  private BlockPayload coded;

  BlockPlan(RecordPlan record, Block block) {
    this.record = record;
    this.block = block;
    this.checksum = StoredSamples.checksum(block.planes(), block.layout().bitDepth());
  }

  /** Its samples, unless they were given up. */
  Block block() {
    return block;
  }

  void load(Block again) {
    block = again;
  }

  void release() {
    block = null;
  }

  void modelled(BlockModel by, ModelledBlock result) {
    model = Optional.of(by);
    thorough = by.thorough();
    modelled = Optional.of(result);
  }

  /** The model whose result this holds. */
  Optional<ModelId> model() {
    return model.map(BlockModel::id);
  }

  /** What that model computed on. */
  Optional<String> device() {
    return model.map(BlockModel::device);
  }

  Optional<ModelledBlock> modelled() {
    return modelled;
  }

  /** Whether the classic coder shall try this block in any case. */
  boolean thorough() {
    return thorough;
  }

  /** What the classic coder made of it, empty if it did not try; it is asked once. */
  byte[] classic(Function<BlockPlan, byte[]> coder) {
    if (classic == null) {
      classic = coder.apply(this);
    }
    return classic;
  }

  /** Gives up what the model made of it. */
  void forgetModelled(String reason) {
    record.reasons.add(reason);
    forgetModelled();
  }

  void forgetModelled() {
    model = Optional.empty();
    modelled = Optional.empty();
    classic = classic == null || classic.length == 0 ? null : classic;
    if (settled() && coded.mode() == BlockMode.ARDM) {
      coded = null;
    }
  }

  void settle(BlockMode mode, byte[] payload) {
    coded = new BlockPayload(mode, checksum, payload);
  }

  boolean settled() {
    return coded != null;
  }

  BlockPayload coded() {
    return coded;
  }
}
