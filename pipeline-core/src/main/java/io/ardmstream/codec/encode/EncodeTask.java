package io.ardmstream.codec.encode;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.codec.Verification;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record being encoded: what it is, and the best that was made of it so far. */
final class EncodeTask {
  final RecordPlan original;
  RecordPlan kept;
  byte[] container;
  Verification verification = Verification.NOT_ASKED;

  EncodeTask(RecordPlan original) {
    this.original = original;
  }

  void keep(RecordPlan draft) {
    kept = draft;
    container = draft.container();
  }

  void keepIfSmaller(RecordPlan draft) {
    byte[] made = draft.container();
    if (made.length < container.length) {
      kept = draft;
      container = made;
    }
  }

  /** Gives up whatever was made of the record but not kept. */
  void forgetOthers() {
    original.rival = Optional.empty();
    if (kept != original) {
      original.blocks.clear();
    }
  }

  boolean isLargerThanInput() {
    return container.length > original.source.bytes().length;
  }

  Encoding outcome(double nanosPerSample) {
    List<ModelledBlock> modelled =
        kept.modelled().stream().map(block -> block.modelled().orElseThrow()).toList();
    EncodeStatistics statistics =
        new EncodeStatistics(
            original.type,
            original.layout(),
            kept.type,
            kept.fidelity,
            original.source.bytes().length,
            container.length,
            modes(),
            kept.model(),
            kept.device(),
            modelled.stream().mapToLong(block -> block.payload().length).sum(),
            modelled.stream().mapToDouble(ModelledBlock::idealBits).sum(),
            stageBits(modelled),
            List.copyOf(kept.reasons),
            (long) (nanosPerSample * original.layout().samples()),
            verification);
    return new Encoded(container, statistics);
  }

  private Map<BlockMode, Integer> modes() {
    Map<BlockMode, Integer> counts = new EnumMap<>(BlockMode.class);
    for (BlockMode mode : BlockMode.values()) {
      counts.put(mode, (int) kept.blocks.stream().filter(b -> b.coded().mode() == mode).count());
    }
    return counts;
  }

  private static List<Double> stageBits(List<ModelledBlock> modelled) {
    List<Double> sums = new ArrayList<>();
    for (ModelledBlock block : modelled) {
      for (int s = 0; s < block.stageBits().length; s++) {
        if (s == sums.size()) {
          sums.add(0.0);
        }
        sums.set(s, sums.get(s) + block.stageBits()[s]);
      }
    }
    return List.copyOf(sums);
  }
}
