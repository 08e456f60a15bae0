package io.ardmstream.codec.encode;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ConstantSamples;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.block.classic.Hint;
import io.ardmstream.block.classic.LeaningJpegs;
import io.ardmstream.block.coefficient.Effort;
import io.ardmstream.codec.encode.BlockPlan.Modelled;
import io.ardmstream.container.ContainerWriter;
import io.ardmstream.media.FileFormat;
import io.ardmstream.parallel.SideBySide;
import java.util.List;
import java.util.Optional;

/** Decides how each block is coded: the smallest wins. */
final class ModeDecision {
  /** What naming the model costs a record of one block. */
  private static final int MODEL_TAG = 6;

  private static final byte[] NOTHING = {};

  private final ClassicCoder classic;
  private final LeaningJpegs jpegs;

  /**
   * A decision.
   *
   * @param effort of the classic coder
   */
  ModeDecision(Effort effort) {
    classic = new ClassicCoder(effort);
    jpegs = new LeaningJpegs(effort);
  }

  /** What codes JPEG files that lean on others. */
  LeaningJpegs jpegs() {
    return jpegs;
  }

  /** Codes a block that needs neither a model nor a search. */
  void codePlain(BlockPlan plan) {
    Block block = plan.block();
    Optional<byte[]> constant = ConstantSamples.pack(block);
    if (block.layout().samples() == 0) {
      plan.code(BlockMode.STORED, NOTHING);
    } else if (constant.isPresent() && constant.get().length < block.layout().storedBytes()) {
      plan.code(BlockMode.CONSTANT, constant.get());
    }
  }

  /** Codes blocks that models had their turn with. */
  void code(List<BlockPlan> plans) {
    plans.forEach(ModeDecision::forgetTooShort);
    SideBySide.each(plans, this::tryIfWorth);
    plans.forEach(ModeDecision::keepSmallest);
  }

  private void tryIfWorth(BlockPlan plan) {
    if (plan.classic.isEmpty() && isWorthTrying(plan)) {
      plan.classic = Optional.of(classic.encode(plan.block()));
    }
  }

  /** A decoder would refuse the work. */
  private static void forgetTooShort(BlockPlan plan) {
    Optional<Modelled> modelled = plan.modelled;
    if (modelled.isPresent()
        && !ContainerWriter.suffices(
            modelled.get().result().payload().length, plan.layout().samples())) {
      forgetModelled(plan, name(modelled.get()) + " leaves too few bytes");
    }
  }

  private boolean isWorthTrying(BlockPlan plan) {
    if (plan.modelled.isEmpty()) {
      return true;
    }
    Modelled modelled = plan.modelled.get();
    if (modelled.model().bestEffort()
        && !plan.record.hasAlternative
        && classic.canCatchUp(plan.layout())) {
      return true;
    }
    Block block = plan.block();
    Hint hint = classic.hint(block);
    if (hint == Hint.SURE) {
      return true;
    }
    boolean promising =
        hint == Hint.FAIR || plan.record.group.isEmpty() && classic.isStretchedGrey(block);
    return promising && !classic.isBeaten(block, modelled.result().payload().length);
  }

  private static void keepSmallest(BlockPlan plan) {
    long best = plan.layout().storedBytes();
    if (plan.modelled.isPresent() && cost(plan) < best) {
      best = cost(plan);
      plan.code(BlockMode.ARDM, plan.modelled.get().result().payload());
    }
    if (plan.classic.isPresent() && plan.classic.get().length < best) {
      plan.code(BlockMode.CLASSIC, plan.classic.get());
    }
    if (plan.record.type == FileFormat.JPEG
        && plan.classic.filter(ClassicCoder::isRebuilt).isEmpty()) {
      plan.record.reasons.add("the JPEG is not rebuilt byte for byte");
    }
    if (!plan.isCoded()) {
      store(plan);
    }
    if (plan.modelled.isPresent() && plan.mode() != BlockMode.ARDM) {
      forgetLarger(plan);
    }
  }

  /** Has the classic coder try a block that a model codes, and takes that if it is smaller. */
  void tryClassic(BlockPlan plan) {
    if (plan.mode() != BlockMode.ARDM) {
      return;
    }
    if (plan.classic.isEmpty()) {
      plan.classic = Optional.of(classic.encode(plan.block()));
    }
    if (plan.classic.get().length < cost(plan)) {
      plan.code(BlockMode.CLASSIC, plan.classic.get());
      forgetLarger(plan);
    }
  }

  /** Codes a block that did not survive verification in the next simpler way. */
  void codeAgain(BlockPlan plan) {
    BlockMode failed = plan.mode();
    plan.record.reasons.add(failed + " did not reproduce a block");
    plan.modelled = Optional.empty();
    store(plan);
    if (failed == BlockMode.ARDM) {
      code(List.of(plan));
    }
  }

  private static void store(BlockPlan plan) {
    int depth = plan.layout().bitDepth();
    plan.code(BlockMode.STORED, StoredSamples.pack(plan.block().planes(), depth));
  }

  private static long cost(BlockPlan plan) {
    ModelledBlock modelled = plan.modelled.orElseThrow().result();
    return modelled.payload().length + (plan.record.isOneBlock() ? MODEL_TAG : 0);
  }

  private static void forgetLarger(BlockPlan plan) {
    forgetModelled(plan, plan.mode() + " is smaller than " + name(plan.modelled.orElseThrow()));
  }

  private static void forgetModelled(BlockPlan plan, String reason) {
    plan.record.reasons.add(reason);
    plan.modelled = Optional.empty();
  }

  private static String name(Modelled modelled) {
    return modelled.model().id().name();
  }
}
