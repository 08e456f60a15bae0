package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ConstantSamples;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.block.coefficient.Effort;
import io.ardmstream.container.ContainerWriter;
import java.util.List;
import java.util.Optional;

/** Decides how each block is coded: the smallest wins. */
final class ModeDecision {
  /** What naming the model costs a record of one block. */
  private static final int MODEL_TAG = 6;

  private static final byte[] NOTHING = {};

  private final ClassicCoder classic;

  /**
   * A decision.
   *
   * @param effort of the classic coder
   */
  ModeDecision(Effort effort) {
    classic = new ClassicCoder(effort);
  }

  /** Settles what needs neither a model nor a search. */
  void settleEarly(BlockPlan draft) {
    Block block = draft.block();
    Optional<byte[]> constant = ConstantSamples.pack(block);
    if (block.layout().samples() == 0) {
      draft.settle(BlockMode.STORED, NOTHING);
    } else if (constant.isPresent() && constant.get().length < block.layout().storedBytes()) {
      draft.settle(BlockMode.CONSTANT, constant.get());
    }
  }

  /** Has the classic coder code blocks, many at a time, wherever that looks worth its while. */
  void prepare(List<BlockPlan> drafts) {
    drafts.parallelStream().forEach(draft -> draft.classic(this::tryClassic));
  }

  private byte[] tryClassic(BlockPlan draft) {
    boolean thorough =
        draft.thorough()
            && draft.record.rival.isEmpty()
            && classic.canCatchUp(draft.block().layout());
    boolean worth =
        thorough || draft.modelled().map(m -> isRivalled(draft.block(), m)).orElse(true);
    return worth ? classic.encode(draft.block()) : NOTHING;
  }

  private boolean isRivalled(Block block, ModelledBlock modelled) {
    return switch (classic.prospect(block)) {
      case POOR -> false;
      case FAIR -> !classic.isBeaten(block, modelled.payload().length);
      case SURE -> true;
    };
  }

  /** Settles a block after its model had its turn. */
  void settle(BlockPlan draft) {
    Block block = draft.block();
    long best = block.layout().storedBytes();
    if (draft.modelled().filter(result -> !suffices(block, result)).isPresent()) {
      draft.forgetModelled(draft.model().orElseThrow().name() + " leaves too few bytes");
    }
    Optional<ModelledBlock> modelled = draft.modelled();
    if (modelled.isPresent() && cost(draft, modelled.get()) < best) {
      best = cost(draft, modelled.get());
      draft.settle(BlockMode.ARDM, modelled.get().payload());
    }
    byte[] payload = draft.classic(this::tryClassic);
    if (payload.length > 0 && payload.length < best) {
      draft.settle(BlockMode.CLASSIC, payload);
    }
    if (!draft.settled()) {
      store(draft);
    }
    if (modelled.isPresent() && draft.coded().mode() != BlockMode.ARDM) {
      forgetLarger(draft);
    }
  }

  private static void forgetLarger(BlockPlan draft) {
    draft.forgetModelled(
        draft.coded().mode() + " is smaller than " + draft.model().orElseThrow().name());
  }

  /** Has the classic coder code a settled block of a model, and takes that if it is smaller. */
  void settleAnyway(BlockPlan draft) {
    if (draft.coded().mode() != BlockMode.ARDM) {
      return;
    }
    byte[] payload = draft.classicAnyway(block -> classic.encode(block.block()));
    if (payload.length < cost(draft, draft.modelled().orElseThrow())) {
      draft.settle(BlockMode.CLASSIC, payload);
      forgetLarger(draft);
    }
  }

  private static boolean suffices(Block block, ModelledBlock modelled) {
    return ContainerWriter.suffices(modelled.payload().length, block.layout().samples());
  }

  /** Settles a block that did not survive verification: in the next simpler way. */
  void settleAgain(BlockPlan draft) {
    BlockMode failed = draft.coded().mode();
    draft.record.reasons.add(failed + " did not reproduce a block");
    draft.forgetModelled();
    if (failed == BlockMode.ARDM) {
      settle(draft);
    } else {
      store(draft);
    }
  }

  private static void store(BlockPlan draft) {
    Block block = draft.block();
    int depth = block.layout().bitDepth();
    draft.settle(BlockMode.STORED, StoredSamples.pack(block.planes(), depth));
  }

  private static long cost(BlockPlan draft, ModelledBlock modelled) {
    boolean alone = draft.record.grid.count() == 1;
    return modelled.payload().length + (alone ? MODEL_TAG : 0);
  }
}
