package io.ardmstream.codec.encode;

import io.ardmstream.codec.LostBlock;
import io.ardmstream.codec.Verification;
import io.ardmstream.codec.decode.BlockDecoder;
import io.ardmstream.codec.decode.DecodeTask;
import io.ardmstream.container.ContainerReader;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.Limits;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.formats.MediaFormats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Verify-on-encode: decodes what was just written. A block that does not come back is coded in the
 * next simpler way; if that does not help, the record is kept as opaque bytes.
 */
record RoundTripCheck(BlockDecoder decoder, ModeDecision settlement) {
  private static final Limits WRITTEN_HERE = Limits.none();
  private static final int ATTEMPTS = 3;

  /**
   * Verifies records together.
   *
   * @param opaque makes of a record, for a reason, one of opaque bytes
   */
  void read(List<EncodeTask> jobs, BiFunction<RecordPlan, String, RecordPlan> opaque) {
    List<EncodeTask> doubtful = jobs;
    for (int attempt = 0; attempt < ATTEMPTS && !doubtful.isEmpty(); attempt++) {
      doubtful = attempt(doubtful, attempt == 0 ? Verification.PASSED : Verification.REPAIRED);
    }
    for (EncodeTask job : doubtful) {
      job.keep(opaque.apply(job.original, "decoding does not bring the samples back"));
      job.verification = Verification.REPAIRED;
    }
  }

  /** Decodes all; returns those that failed, coded anew. */
  private List<EncodeTask> attempt(List<EncodeTask> jobs, Verification success) {
    List<DecodeTask> recoveries =
        jobs.stream()
            .map(job -> new DecodeTask(ContainerReader.open(job.container, WRITTEN_HERE)))
            .toList();
    decoder.decode(recoveries);
    List<EncodeTask> failed = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      EncodeTask job = jobs.get(i);
      if (comesBack(job, recoveries.get(i))) {
        job.verification = success;
      } else {
        repair(job, recoveries.get(i));
        failed.add(job);
      }
    }
    return failed;
  }

  private static boolean comesBack(EncodeTask job, DecodeTask recovery) {
    byte[] original = job.original.source.bytes();
    try {
      byte[] restored = recovery.restoreStrictly();
      return job.kept.fidelity == Fidelity.BYTES
          ? Arrays.equals(restored, original)
          : sameMedia(restored, original, job.original.source.options());
    } catch (ArdmException damage) {
      return false;
    }
  }

  private static boolean sameMedia(byte[] restored, byte[] original, MediaOptions options) {
    return MediaFormats.parse(restored, options).equals(MediaFormats.parse(original, options));
  }

  private void repair(EncodeTask job, DecodeTask recovery) {
    List<BlockPlan> blocks = job.kept.blocks;
    job.kept.load();
    List<LostBlock> lost = recovery.lost();
    if (lost.isEmpty()) {
      blocks.forEach(settlement::settleAgain);
    } else {
      lost.forEach(block -> settlement.settleAgain(blocks.get(block.index())));
    }
    job.kept.release();
    job.keep(job.kept);
  }
}
