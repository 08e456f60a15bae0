package io.ardmstream.codec;

import io.ardmstream.block.BlockModel;
import io.ardmstream.block.BlockSizes;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files to containers, the blocks of many files at a time. */
final class Encoder {
  private final Drafter drafter;
  private final ModelStage models;
  private final Settlement settlement = new Settlement();
  private final Optional<ProofReader> proofReader;

  /** Without a proof reader nothing is verified. */
  Encoder(ChosenModels chosen, BlockSizes sizes, Optional<BlockDecoder> verifying) {
    drafter = new Drafter(sizes, chosen.image().filter(BlockModel::thorough).isPresent());
    models = new ModelStage(chosen);
    proofReader = verifying.map(decoder -> new ProofReader(decoder, settlement));
  }

  List<Encoding> encode(List<Source> sources) {
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
    Wave wave = new Wave();
    List<Object> slots = new ArrayList<>();
    List<Job> jobs = new ArrayList<>();
    int next = outcomes.size();
    while (next < sources.size() && wave.hasRoom()) {
      Source source = sources.get(next++);
      try {
        Job job = new Job(drafter.draft(source));
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
      outcomes.add(slot instanceof Job job ? job.outcome(nanosPerSample) : (Encoding) slot);
    }
  }

  private void code(List<Job> jobs) {
    settle(jobs.stream().map(job -> job.original).toList());
    jobs.forEach(job -> job.keep(job.original));
    List<Job> rivalled = jobs.stream().filter(job -> job.original.rival.isPresent()).toList();
    rivalled.forEach(job -> rival(job).load());
    settle(rivalled.stream().map(Encoder::rival).toList());
    rivalled.forEach(job -> job.keepIfSmaller(rival(job)));
    for (Job job : jobs) {
      if (job.original.type != MediaType.OPAQUE && job.isLargerThanInput()) {
        job.keepIfSmaller(
            opaque(job.original, "the bytes are smaller than their samples can be made"));
      }
      job.forgetOthers();
    }
    proofReader.ifPresent(reader -> reader.read(jobs, this::opaque));
  }

  private static Draft rival(Job job) {
    return job.original.rival.orElseThrow();
  }

  /** Settles every block of drafts that have their samples, and gives those up. */
  private void settle(List<Draft> drafts) {
    drafts.forEach(draft -> draft.blocks.forEach(settlement::settleEarly));
    models.run(drafts.stream().filter(draft -> !draft.drawing).toList());
    settlement.prepare(drafts.stream().flatMap(Encoder::unsettled).toList());
    for (Draft draft : drafts) {
      unsettled(draft).toList().forEach(settlement::settle);
      draft.release();
    }
  }

  private static Stream<BlockDraft> unsettled(Draft draft) {
    return draft.blocks.stream().filter(block -> !block.settled());
  }

  private Draft opaque(Draft original, String reason) {
    Draft opaque = drafter.opaque(original.source, reason);
    opaque.reasons.addAll(original.reasons);
    settle(List.of(opaque));
    return opaque;
  }
}
