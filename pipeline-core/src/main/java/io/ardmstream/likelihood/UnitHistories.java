package io.ardmstream.likelihood;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.block.ModelledBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * The histories of the units of a sequence of blocks.
 *
 * @param <U> the units
 */
final class UnitHistories<U extends CodingUnit> implements BlockHistory {
  private final BlockLayout layout;
  private final LeaningRules rules;
  private final BlockUnits<U> media;
  private final UnitCoding<U> coding;

  /** One for each unit of a block. */
  private final List<UnitHistory<U>> histories = new ArrayList<>();

  /** Of the first block, to which all estimates relate. */
  private long firstBytes;

  private long firstCost;

  UnitHistories(BlockLayout layout, LeaningRules rules, BlockUnits<U> media, UnitCoding<U> coding) {
    this.layout = layout;
    this.rules = rules;
    this.media = media;
    this.coding = coding;
  }

  BlockLayout layout() {
    return layout;
  }

  BlockUnits<U> media() {
    return media;
  }

  private UnitHistory<U> history(int unit) {
    if (unit == histories.size()) {
      histories.add(coding.history(rules).orElseThrow());
    }
    return histories.get(unit);
  }

  /** Codes the next block. */
  LeaningBlock encode(UnitEncoding<U> encoding, Block block) {
    KnownUnits<U> known = media.known(block);
    List<UnitWriter> writers = new ArrayList<>();
    List<StepEncoder.Coded<U>> coded = new ArrayList<>();
    for (int i = 0; i < known.units().size(); i++) {
      U unit = known.units().get(i);
      writers.add(history(i).writer(unit));
      coded.add(new StepEncoder.Coded<>(unit, writers.get(i)));
    }
    encoding.encode(coded);
    ModelledBlock made = UnitPayloads.join(known.head(), writers);
    long cost = histories.stream().mapToLong(UnitHistory::aloneCost).sum();
    boolean first = firstBytes == 0;
    if (first) {
      firstBytes = Math.max(1, made.payload().length);
      firstCost = Math.max(1, cost);
    }
    histories.forEach(UnitHistory::take);
    return new LeaningBlock(made, Math.multiplyExact(firstBytes, cost) / firstCost);
  }

  /**
   * Prepares the next block for decoding.
   *
   * @param sink is told what each symbol costs
   */
  Pending open(byte[] payload, SymbolSink sink) {
    PendingUnits<U> pending = media.pending(new EncodedBlock(layout, payload));
    List<StepDecoder.Coded<U>> coded = new ArrayList<>();
    for (int i = 0; i < pending.units().size(); i++) {
      U unit = pending.units().get(i);
      UnitReader reader = history(i).reader(unit, pending.payloads().get(i), sink);
      coded.add(new StepDecoder.Coded<>(unit, reader));
    }
    return new Pending(pending, coded);
  }

  /** A block on its way. */
  final class Pending {
    private final PendingUnits<U> pending;
    private final List<StepDecoder.Coded<U>> units;

    private Pending(PendingUnits<U> pending, List<StepDecoder.Coded<U>> units) {
      this.pending = pending;
      this.units = units;
    }

    List<StepDecoder.Coded<U>> units() {
      return units;
    }

    /** The block, once its units are decoded. */
    Block block() {
      histories.forEach(UnitHistory::take);
      return pending.block();
    }
  }
}
