package io.ardmstream.likelihood;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.coder.RansDecoder;
import io.ardmstream.parallel.Workers;
import io.ardmstream.transform.audio.Effort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A model that codes blocks by units: all steps of many units at once when encoding, step by step
 * but all units side by side when decoding.
 *
 * @param <U> the units
 */
public final class UnitModel<U extends CodingUnit> implements BlockModel {

  private final ModelId id;
  private final Effort effort;
  private final int base;
  private final String device;
  private final BlockUnits<U> media;
  private final Workers<StepWorker<U>> workers;

  /**
   * The model of a bundle.
   *
   * @param media how blocks are taken apart
   * @param device what the workers compute on
   * @param workers code the units; the model closes them
   */
  public UnitModel(
      ModelBundle bundle, BlockUnits<U> media, String device, Workers<StepWorker<U>> workers) {
    this.id = bundle.id();
    this.effort = bundle.description().effort();
    this.base = bundle.description().base();
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
  public boolean thorough() {
    return effort == Effort.BEST;
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public List<ModelledBlock> encode(List<Block> blocks) {
    return workers.map(blocks, block -> block.layout().samples(), this::encode);
  }

  private List<ModelledBlock> encode(StepWorker<U> worker, List<Block> blocks) {
    List<byte[]> heads = new ArrayList<>();
    List<List<UnitSymbols<U>>> symbols = new ArrayList<>();
    for (Block block : blocks) {
      KnownUnits<U> known = media.known(block);
      heads.add(known.head());
      symbols.add(known.units().stream().map(unit -> new UnitSymbols<>(unit, base)).toList());
    }
    worker.encoder().encode(symbols.stream().flatMap(List::stream).toList());
    List<ModelledBlock> coded = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      coded.add(UnitPayloads.join(heads.get(i), symbols.get(i)));
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
    List<PlaceCosts> costs = PlaceCosts.of(blocks);
    return PlaceCosts.join(decode(worker, blocks, costs), costs);
  }

  private List<Block> decode(
      StepWorker<U> worker, List<EncodedBlock> blocks, List<? extends SymbolSink> sinks) {
    List<PendingUnits<U>> pending = blocks.stream().map(media::pending).toList();
    List<U> units = new ArrayList<>();
    List<RansDecoder> symbols = new ArrayList<>();
    List<SymbolSink> unitSinks = new ArrayList<>();
    for (int i = 0; i < pending.size(); i++) {
      units.addAll(pending.get(i).units());
      symbols.addAll(pending.get(i).symbols());
      unitSinks.addAll(Collections.nCopies(pending.get(i).units().size(), sinks.get(i)));
    }
    worker.decoder().decode(units, symbols, unitSinks, base);
    return pending.stream().map(block -> block.block().get()).toList();
  }

  @Override
  public void close() {
    workers.close();
  }
}
