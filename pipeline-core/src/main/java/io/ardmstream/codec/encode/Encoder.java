package io.ardmstream.codec.encode;

import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.block.coefficient.Effort;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.HeapGuard;
import io.ardmstream.codec.SampleBudget;
import io.ardmstream.codec.Source;
import io.ardmstream.codec.decode.BlockDecoder;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.FileFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files to containers, the blocks of many files at a time. */
public final class Encoder {
  private final Planner drafter;
  private final ModelStage models;
  private final ModeDecision settlement;
  private final Optional<RoundTripCheck> proofReader;

  /** Without a proof reader nothing is verified. */
  public Encoder(ChosenModels chosen, BlockSizes sizes, Optional<BlockDecoder> verifying) {
    boolean thorough = chosen.image().filter(BlockModel::thorough).isPresent();
    drafter = new Planner(sizes, thorough);
    settlement = new ModeDecision(thorough ? Effort.BEST : Effort.FAST);
    models = new ModelStage(chosen);
    proofReader = verifying.map(decoder -> new RoundTripCheck(decoder, settlement));
  }

  public List<Encoding> encode(List<Source> sources) {
    return HeapGuard.together(sources, this::encodeAll, Encoding.Failed::new);
  }

  private List<Encoding> encodeAll(List<Source> sources) {
    List<Encoding> outcomes = new ArrayList<>();
    while (outcomes.size() < sources.size()) {
      encodeWave(sources, outcomes);
    }
    return outcomes;
  }

  /** Sources from the first one without an outcome on, until their samples fill a wave. */
  private void encodeWave(List<Source> sources, List<Encoding> outcomes) {
    long start = System.nanoTime();
    SampleBudget wave = new SampleBudget();
    List<Object> slots = new ArrayList<>();
    List<EncodeTask> jobs = new ArrayList<>();
    int next = outcomes.size();
    while (next < sources.size() && wave.hasRoom()) {
      Source source = sources.get(next++);
      try {
        EncodeTask job = new EncodeTask(drafter.draft(source));
        wave.add(job.original.layout().samples());
        jobs.add(job);
        slots.add(job);
      } catch (ArdmException refused) {
        slots.add(new Encoding.Failed(refused));
      }
    }
    code(jobs);
    double nanosPerSample = (System.nanoTime() - start) / (double) Math.max(1, wave.samples());
    for (Object slot : slots) {
      outcomes.add(slot instanceof EncodeTask job ? job.outcome(nanosPerSample) : (Encoding) slot);
    }
  }

  private void code(List<EncodeTask> jobs) {
    settle(jobs.stream().map(job -> job.original).toList());
    jobs.forEach(job -> job.keep(job.original));
    List<EncodeTask> rivalled =
        jobs.stream().filter(job -> job.original.rival.isPresent()).toList();
    rivalled.forEach(job -> rival(job).load());
    settle(rivalled.stream().map(Encoder::rival).toList());
    rivalled.forEach(job -> job.keepIfSmaller(rival(job)));
    for (EncodeTask job : jobs) {
      if (job.original.type != FileFormat.OPAQUE && job.isLargerThanInput()) {
        settleAnyway(job);
      }
      if (job.original.type != FileFormat.OPAQUE && job.isLargerThanInput()) {
        job.keepIfSmaller(
            opaque(job.original, "the bytes are smaller than their samples can be made"));
      }
      job.forgetOthers();
    }
    proofReader.ifPresent(reader -> reader.read(jobs, this::opaque));
  }

  /** Asks the classic coder where it did not try: only then is it known that bytes are smaller. */
  private void settleAnyway(EncodeTask job) {
    job.original.load();
    job.original.blocks.forEach(settlement::settleAnyway);
    job.original.release();
    job.keepIfSmaller(job.original);
  }

  private static RecordPlan rival(EncodeTask job) {
    return job.original.rival.orElseThrow();
  }

  /** Settles every block of drafts that have their samples, and gives those up. */
  private void settle(List<RecordPlan> drafts) {
    drafts.forEach(draft -> draft.blocks.forEach(settlement::settleEarly));
    models.run(drafts.stream().filter(draft -> !draft.drawing).toList());
    settlement.prepare(drafts.stream().flatMap(Encoder::unsettled).toList());
    for (RecordPlan draft : drafts) {
      unsettled(draft).toList().forEach(settlement::settle);
      draft.release();
    }
  }

  private static Stream<BlockPlan> unsettled(RecordPlan draft) {
    return draft.blocks.stream().filter(block -> !block.settled());
  }

  private RecordPlan opaque(RecordPlan original, String reason) {
    RecordPlan opaque = drafter.opaque(original.source, reason);
    opaque.reasons.addAll(original.reasons);
    settle(List.of(opaque));
    return opaque;
  }
}
