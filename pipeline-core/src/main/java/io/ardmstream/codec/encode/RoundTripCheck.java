package io.ardmstream.codec.encode;

import io.ardmstream.codec.LostBlock;
import io.ardmstream.codec.Verification;
import io.ardmstream.codec.decode.BlockDecoder;
import io.ardmstream.codec.decode.DecodeTask;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.Limits;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.parallel.SideBySide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Verify-on-encode: decodes what was just written. A block that does not come back is coded in the
 * next simpler way.
 */
record RoundTripCheck(BlockDecoder decoder, Planner planner, ModeDecision decision) {
  private static final int ATTEMPTS = 3;

  /** Verifies records together; returns those that no way of coding brings back. */
  List<EncodeTask> verify(List<EncodeTask> tasks) {
    List<EncodeTask> lost = new ArrayList<>();
    List<EncodeTask> doubtful = tasks;
    for (int attempt = 0; attempt < ATTEMPTS && !doubtful.isEmpty(); attempt++) {
      List<DecodeTask> decoded =
          doubtful.stream().map(task -> DecodeTask.open(task.container, Limits.none())).toList();
      decoder.decode(decoded);
      List<EncodeTask> compared = doubtful;
      List<Boolean> back =
          SideBySide.map(
              IntStream.range(0, decoded.size()).boxed().toList(),
              i -> comesBack(compared.get(i), decoded.get(i)));
      List<EncodeTask> failed = new ArrayList<>();
      for (int i = 0; i < decoded.size(); i++) {
        EncodeTask task = doubtful.get(i);
        if (back.get(i)) {
          task.verification = attempt == 0 ? Verification.PASSED : Verification.REPAIRED;
        } else if (repair(task.kept, decoded.get(i).lost())) {
          task.keep(task.kept);
          failed.add(task);
        } else {
          lost.add(task);
        }
      }
      doubtful = failed;
    }
    lost.addAll(doubtful);
    return lost;
  }

  private static boolean comesBack(EncodeTask task, DecodeTask decoded) {
    try {
      return comesBack(task, decoded.restoreStrictly());
    } catch (RuntimeException damage) {
      return false;
    }
  }

  /** Whether a decoded file is the original, as far as its fidelity promises. */
  static boolean comesBack(EncodeTask task, byte[] restored) {
    try {
      return task.kept.fidelity == Fidelity.BYTES
          ? Arrays.equals(restored, task.source.bytes())
          : MediaFormats.parse(restored, task.source.options()).equals(task.original.media());
    } catch (RuntimeException damage) {
      return false;
    }
  }

  /** Codes blocks anew, all of them if none is known to be lost; false if that is in vain. */
  private boolean repair(RecordPlan plan, List<LostBlock> lost) {
    planner.reload(plan);
    if (!planner.restores(plan)) {
      return false;
    }
    if (lost.isEmpty()) {
      plan.blocks.forEach(decision::codeAgain);
    } else {
      lost.forEach(block -> decision.codeAgain(plan.blocks.get(block.index())));
    }
    plan.release();
    return true;
  }
}
