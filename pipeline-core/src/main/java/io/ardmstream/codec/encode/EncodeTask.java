package io.ardmstream.codec.encode;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Encoding.Encoded;
import io.ardmstream.codec.Source;
import io.ardmstream.codec.Verification;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Modality;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record being encoded: the ways that may pay, and the smallest container so far. */
final class EncodeTask {
  final Source source;
  final RecordPlan original;

  /** The same record as a drawing or in the colours of its palette, where that may be smaller. */
  final Optional<RecordPlan> alternative;

  RecordPlan kept;
  byte[] container;

  /** About how many bytes more it would have if it did not lean on others. */
  long leaningSaved;

  Verification verification = Verification.NOT_ASKED;

  EncodeTask(RecordPlan original, Optional<RecordPlan> alternative) {
    this.source = original.source;
    this.original = original;
    this.alternative = alternative;
    original.hasAlternative = alternative.isPresent();
  }

  long samples() {
    return original.layout().samples();
  }

  boolean isSound() {
    return original.layout().kind() == Modality.AUDIO;
  }

  /** Takes what a plan, whose blocks are coded, has become. */
  void keep(RecordPlan plan) {
    kept = plan;
    container = plan.container();
  }

  void keepIfSmaller(RecordPlan plan) {
    byte[] made = plan.container();
    if (made.length < container.length) {
      kept = plan;
      container = made;
    }
  }

  /** Whether the bytes of a file that was taken apart are smaller than what became of it. */
  boolean isGrown() {
    return original.type != FileFormat.OPAQUE && container.length > source.bytes().length;
  }

  /**
   * Whether the bytes of a sound may be smaller than what became of it: because they come again, or
   * because most of it is bits that samples do not tell.
   */
  boolean bytesMayRepeat() {
    return isSound()
        && (2L * original.media().foreign().length > container.length
            || Recurrence.prevails(original.media().planes()));
  }

  /** Gives up all samples but those that the round trip is compared with. */
  void release() {
    if (kept.fidelity == Fidelity.BYTES) {
      original.release();
    }
    alternative.ifPresent(RecordPlan::release);
  }

  Encoded outcome(double nanosPerSample) {
    List<BlockPlan.Modelled> modelled = kept.modelled();
    Optional<BlockModel> model = modelled.stream().findFirst().map(BlockPlan.Modelled::model);
    List<ModelledBlock> results = modelled.stream().map(BlockPlan.Modelled::result).toList();
    EncodeStatistics statistics =
        new EncodeStatistics(
            original.type,
            original.layout(),
            kept.type,
            kept.fidelity,
            source.bytes().length,
            container.length,
            leaningSaved,
            modes(),
            model.map(BlockModel::id),
            model.map(BlockModel::device).orElse(""),
            results.stream().mapToLong(block -> block.payload().length).sum(),
            results.stream().mapToDouble(ModelledBlock::idealBits).sum(),
            stageBits(results),
            List.copyOf(kept.reasons),
            (long) (nanosPerSample * samples()),
            verification);
    return new Encoded(container, statistics);
  }

  private Map<BlockMode, Integer> modes() {
    Map<BlockMode, Integer> counts = new EnumMap<>(BlockMode.class);
    for (BlockMode mode : BlockMode.values()) {
      counts.put(mode, (int) kept.blocks.stream().filter(b -> b.mode() == mode).count());
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
