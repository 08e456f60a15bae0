package io.ardmstream.likelihood;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.LeaningBlock;
import io.ardmstream.block.LeaningModel;
import io.ardmstream.block.LeaningRules;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.parallel.Workers;
import io.ardmstream.transform.audio.SearchEffort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A model that codes blocks by units: all steps of many units at once when encoding, step by step
 * but all units side by side when decoding.
 *
 * @param <U> the units
 */
public final class UnitModel<U extends CodingUnit> implements LeaningModel {

  private final ModelId id;
  private final SearchEffort effort;
  private final UnitCoding<U> coding;
  private final String device;
  private final BlockUnits<U> media;
  private final Workers<StepWorker<U>> workers;

  /**
   * The model of a bundle.
   *
   * @param media how blocks are taken apart
   * @param coding how units are coded
   * @param device what the workers compute on
   * @param workers code the units; the model closes them
   */
  public UnitModel(
      ModelBundle bundle,
      BlockUnits<U> media,
      UnitCoding<U> coding,
      String device,
      Workers<StepWorker<U>> workers) {
    this.id = bundle.id();
    this.effort = bundle.description().effort();
    this.coding = coding;
    this.device = device;
    this.media = media;
    this.workers = workers;
  }

  @Override
  public ModelId id() {
    return id;
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return media.covers(layout);
  }

  @Override
  public boolean bestEffort() {
    return effort == SearchEffort.BEST;
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public List<ModelledBlock> encode(List<Block> blocks) {
    return workers.mapPaired(
        blocks,
        block -> block.layout().samples(),
        (worker, beside, share) -> encode(worker.encoding(beside), share));
  }

  private List<ModelledBlock> encode(UnitEncoding<U> encoding, List<Block> blocks) {
    List<ModelledBlock> coded = new ArrayList<>();
    for (List<Block> group : groups(blocks, Block::layout)) {
      coded.addAll(encodeTogether(encoding, group));
    }
    return coded;
  }

  private List<ModelledBlock> encodeTogether(UnitEncoding<U> encoding, List<Block> blocks) {
    List<byte[]> heads = new ArrayList<>();
    List<List<UnitWriter>> writers = new ArrayList<>();
    List<StepEncoder.Coded<U>> units = new ArrayList<>();
    for (Block block : blocks) {
      KnownUnits<U> known = media.known(block);
      heads.add(known.head());
      List<UnitWriter> unitWriters = new ArrayList<>();
      for (U unit : known.units()) {
        UnitWriter writer = coding.writer(unit);
        unitWriters.add(writer);
        units.add(new StepEncoder.Coded<>(unit, writer));
      }
      writers.add(unitWriters);
    }
    encoding.encode(units);
    List<ModelledBlock> coded = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      coded.add(UnitPayloads.join(heads.get(i), writers.get(i)));
    }
    return coded;
  }

  @Override
  public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(
        EncodedBlock.of(layouts, payloads),
        coded -> coded.layout().samples(),
        (worker, blocks) ->
            decode(worker, blocks, Collections.nCopies(blocks.size(), SymbolSink.NONE)));
  }

  @Override
  public List<SurveyedBlock> survey(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(
        EncodedBlock.of(layouts, payloads), coded -> coded.layout().samples(), this::survey);
  }

  private List<SurveyedBlock> survey(StepWorker<U> worker, List<EncodedBlock> blocks) {
    List<PositionCosts> costs = PositionCosts.of(blocks);
    return PositionCosts.join(decode(worker, blocks, costs), costs);
  }

  private List<Block> decode(
      StepWorker<U> worker, List<EncodedBlock> blocks, List<? extends SymbolSink> sinks) {
    List<Block> decoded = new ArrayList<>();
    for (List<EncodedBlock> group : groups(blocks, EncodedBlock::layout)) {
      int first = decoded.size();
      decoded.addAll(decodeTogether(worker, group, sinks.subList(first, first + group.size())));
    }
    return decoded;
  }

  /** Blocks in their order, in groups that are large enough to keep the networks busy. */
  private <B> List<List<B>> groups(List<B> blocks, Function<B, BlockLayout> layout) {
    List<List<B>> groups = new ArrayList<>();
    long samples = coding.mostTogether();
    for (B block : blocks) {
      if (samples >= coding.mostTogether()) {
        groups.add(new ArrayList<>());
        samples = 0;
      }
      groups.get(groups.size() - 1).add(block);
      samples += layout.apply(block).samples();
    }
    return groups;
  }

  private List<Block> decodeTogether(
      StepWorker<U> worker, List<EncodedBlock> blocks, List<? extends SymbolSink> sinks) {
    List<PendingUnits<U>> pending = blocks.stream().map(media::pending).toList();
    List<StepDecoder.Coded<U>> units = new ArrayList<>();
    for (int i = 0; i < pending.size(); i++) {
      PendingUnits<U> block = pending.get(i);
      for (int k = 0; k < block.units().size(); k++) {
        U unit = block.units().get(k);
        UnitReader reader = coding.reader(unit, block.payloads().get(k), sinks.get(i));
        units.add(new StepDecoder.Coded<>(unit, reader));
      }
    }
    worker.decoder().decode(units);
    return pending.stream().map(PendingUnits::block).toList();
  }

  @Override
  public boolean leans(BlockLayout layout) {
    return covers(layout) && coding.history(LeaningRules.CURRENT).isPresent();
  }

  @Override
  public BlockHistory history(BlockLayout layout, LeaningRules rules) {
    return new UnitHistories<>(layout, rules, media, coding);
  }

  @Override
  public List<LeaningBlock> encodeNext(List<BlockHistory> histories, List<Block> blocks) {
    List<Next<Block>> all = next(histories, blocks);
    return workers.mapPaired(
        all, Next::samples, (worker, beside, share) -> encodeNext(worker.encoding(beside), share));
  }

  private List<LeaningBlock> encodeNext(UnitEncoding<U> encoding, List<Next<Block>> share) {
    return share.stream().map(next -> own(next.history()).encode(encoding, next.item())).toList();
  }

  @Override
  public List<Block> decodeNext(List<BlockHistory> histories, List<byte[]> payloads) {
    return workers.map(next(histories, payloads), Next::samples, this::decodeNext);
  }

  /** Blocks of several sequences side by side, so that they share the calls of the networks. */
  private List<Block> decodeNext(StepWorker<U> worker, List<Next<byte[]>> share) {
    List<UnitHistories<U>.Pending> pending = new ArrayList<>();
    List<StepDecoder.Coded<U>> units = new ArrayList<>();
    for (Next<byte[]> next : share) {
      UnitHistories<U>.Pending block = own(next.history()).open(next.item(), SymbolSink.NONE);
      pending.add(block);
      units.addAll(block.units());
    }
    worker.decoder().decode(units);
    return pending.stream().map(UnitHistories.Pending::block).toList();
  }

  @Override
  public SurveyedBlock surveyNext(BlockHistory history, byte[] payload) {
    return workers
        .map(next(List.of(history), List.of(payload)), Next::samples, this::surveyNext)
        .get(0);
  }

  private List<SurveyedBlock> surveyNext(StepWorker<U> worker, List<Next<byte[]>> share) {
    Next<byte[]> next = share.get(0);
    List<PositionCosts> costs =
        PositionCosts.of(List.of(new EncodedBlock(next.history().layout(), next.item())));
    UnitHistories<U>.Pending block = own(next.history()).open(next.item(), costs.get(0));
    worker.decoder().decode(block.units());
    return PositionCosts.join(List.of(block.block()), costs);
  }

  /** An item of a sequence. */
  private record Next<T>(UnitHistories<?> history, T item) {
    long samples() {
      return history.layout().samples();
    }
  }

  private static <T> List<Next<T>> next(List<BlockHistory> histories, List<T> items) {
    List<Next<T>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(new Next<>((UnitHistories<?>) histories.get(i), items.get(i)));
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  private UnitHistories<U> own(UnitHistories<?> history) {
    if (history.media() != media) {
      throw new IllegalArgumentException("the history is another model's");
    }
    return (UnitHistories<U>) history;
  }

  @Override
  public void close() {
    workers.close();
  }
}
