package io.ardmstream.codec.encode;

import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.coefficient.Effort;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.HeapGuard;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.codec.Source;
import io.ardmstream.codec.Verification;
import io.ardmstream.codec.decode.BlockDecoder;
import io.ardmstream.codec.decode.Decoder;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.parallel.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files to containers, the blocks of many files at a time. */
public final class Encoder {
  /** Taking some files apart, such as PNG, takes as long as coding them. */
  private static final int PLANNED_AT_ONCE = Runtime.getRuntime().availableProcessors();

  private final Planner planner;
  private final ModelStage models;
  private final ModeDecision decision;
  private final Optional<RoundTripCheck> check;

  /** Without a decoder nothing is verified. */
  public Encoder(ChosenModels chosen, BlockSizes sizes, Optional<BlockDecoder> verifying) {
    boolean bestEffort = chosen.image().filter(BlockModel::bestEffort).isPresent();
    planner =
        new Planner(
            sizes, bestEffort, chosen.turbo(), chosen.image().isPresent(), verifying.isEmpty());
    models = new ModelStage(chosen);
    decision = new ModeDecision(bestEffort ? Effort.FULL : Effort.QUICK);
    check = verifying.map(decoder -> new RoundTripCheck(decoder, planner, decision));
  }

  /**
   * An encoder of streams whose records lean on those before.
   *
   * @param decoder of what it makes, for proof
   */
  public GroupEncoder ofGroups(Optional<Decoder> decoder) {
    return new GroupEncoder(this, planner.withoutRanks(), models.models(), decision, decoder);
  }

  public List<Encoding> encode(List<Source> sources) {
    return HeapGuard.together(
        sources, this::encodeAll, (source, refusal) -> new Encoding.Failed(refusal));
  }

  private List<Encoding> encodeAll(List<Source> sources) {
    List<Encoding> outcomes = new ArrayList<>();
    while (outcomes.size() < sources.size()) {
      outcomes.addAll(encodeWave(sources.subList(outcomes.size(), sources.size())));
    }
    return outcomes;
  }

  /** Encodes as many sources, from the first one on, as may be in memory together. */
  private List<Encoding> encodeWave(List<Source> sources) {
    long start = System.nanoTime();
    SampleBudget budget = new SampleBudget();
    List<Planned> wave = new ArrayList<>();
    while (wave.size() < sources.size() && budget.hasRoom()) {
      int end = Math.min(sources.size(), wave.size() + PLANNED_AT_ONCE);
      List<Planned> few = SideBySide.map(sources.subList(wave.size(), end), this::plan);
      few.forEach(planned -> planned.task.ifPresent(task -> budget.add(task.samples())));
      wave.addAll(few);
    }
    encodeTogether(wave.stream().flatMap(planned -> planned.task.stream()).toList());
    double nanosPerSample = (System.nanoTime() - start) / (double) Math.max(1, budget.samples());
    return wave.stream().map(planned -> planned.outcome(nanosPerSample)).toList();
  }

  /** What is to become of a source: a task, or why not. */
  private record Planned(Optional<EncodeTask> task, ArdmException refused) {
    Encoding outcome(double nanosPerSample) {
      return task.isPresent() ? task.get().outcome(nanosPerSample) : new Encoding.Failed(refused);
    }
  }

  private Planned plan(Source source) {
    try {
      return new Planned(Optional.of(planner.plan(source)), null);
    } catch (ArdmException refused) {
      return new Planned(Optional.empty(), refused);
    }
  }

  /** From what records are planned to be to the containers that are kept. */
  private void encodeTogether(List<EncodeTask> tasks) {
    code(tasks.stream().map(task -> task.original).toList());
    code(tasks.stream().flatMap(task -> task.alternative.stream()).toList());
    for (EncodeTask task : tasks) {
      task.keep(task.original);
      task.alternative.ifPresent(task::keepIfSmaller);
      if (task.isGrown()) {
        task.original.blocks.forEach(decision::tryClassic);
        task.keepIfSmaller(task.original);
      }
      if (task.isGrown()) {
        task.keepIfSmaller(opaque(task, "the bytes are smaller than their samples can be made"));
      } else if (!isFast(task.original) && task.bytesMayRepeat()) {
        task.keepIfSmaller(opaque(task, "its bytes repeat themselves and are smaller so"));
      }
      task.release();
    }
    if (check.isPresent()) {
      for (EncodeTask lost : check.get().verify(tasks)) {
        lost.keep(opaque(lost, "decoding does not bring the file back"));
        lost.verification = Verification.REPAIRED;
      }
    }
  }

  /** Codes every block of plans that have their samples. */
  private void code(List<RecordPlan> plans) {
    List<BlockPlan> blocks = new ArrayList<>();
    plans.forEach(plan -> blocks.addAll(plan.blocks));
    blocks.forEach(decision::codePlain);
    blocks.removeIf(BlockPlan::isCoded);
    SideBySide.each(
        blocks.stream().filter(block -> isFast(block.record)).toList(), BlockPlan::codeFast);
    models.run(blocks.stream().filter(block -> !block.record.classicOnly).toList());
    decision.code(blocks);
  }

  private boolean isFast(RecordPlan plan) {
    return planner.turbo().contains(plan.layout().kind());
  }

  private RecordPlan opaque(EncodeTask task, String reason) {
    RecordPlan opaque = planner.opaque(task.source, reason);
    opaque.reasons.addAll(task.original.reasons);
    code(List.of(opaque));
    return opaque;
  }
}
