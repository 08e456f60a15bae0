package io.ardmstream.likelihood.image;

import io.ardmstream.ardm.Schedule;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.coder.RansDecoder;
import io.ardmstream.likelihood.bundle.BundleDescription;
import io.ardmstream.likelihood.bundle.Evaluators;
import io.ardmstream.likelihood.bundle.ModelBundle;
import io.ardmstream.likelihood.lockstep.CodedBlock;
import io.ardmstream.likelihood.lockstep.PlaceCosts;
import io.ardmstream.likelihood.lockstep.StepWorker;
import io.ardmstream.likelihood.lockstep.SymbolSink;
import io.ardmstream.likelihood.lockstep.UnitPayloads;
import io.ardmstream.likelihood.lockstep.UnitSymbols;
import io.ardmstream.likelihood.network.Evaluator;
import io.ardmstream.likelihood.parallel.Workers;
import io.ardmstream.media.MediaKind;
import io.ardmstream.transform.Effort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The image model: tiles of grey, colour and alpha samples of 8 to 16 bits, coded along a causal
 * wavefront.
 *
 * <p>The three colours are decorrelated by YCoCg-R and share the networks' trunk; every other plane
 * is coded alone. The payload is the tiles' payloads one after another, each but the last preceded
 * by its length.
 */
public final class ImageModel implements BlockModel {

  /** Rows that go through the networks at once. */
  private static final int ROWS = 4096;

  private static final int LEAST_DEPTH = 8;
  private static final int GREATEST_DEPTH = 16;

  private final ModelId id;
  private final Effort effort;
  private final int base;
  private final Schedule schedule;
  private final ImageFeatures features;
  private final Workers<StepWorker<ColourTile>> workers;
  private final Map<Long, StepPlan> plans = new ConcurrentHashMap<>();

  private ImageModel(
      ModelBundle bundle, Workers<StepWorker<ColourTile>> workers, ImageFeatures features) {
    this.id = bundle.id();
    this.effort = bundle.description().effort();
    this.base = bundle.description().base();
    this.schedule = Schedule.parse(bundle.description().schedule());
    this.features = features;
    this.workers = workers;
  }

  /**
   * Opens the model of a bundle.
   *
   * @param evaluators of the bundle; the model closes them
   * @param threads that work side by side, each with networks of its own
   * @throws IOException if the networks cannot be loaded
   * @throws IllegalStateException if they are not exact on this machine
   */
  public static ImageModel open(ModelBundle bundle, Evaluators evaluators, int threads)
      throws IOException {
    BundleDescription description = bundle.description();
    ImageFeatures features =
        new ImageFeatures(
            new CausalWindow(description.parameter("radius"), description.parameter("slope")));
    HeadLayout head = new HeadLayout(description.parameter("components"));
    Workers<StepWorker<ColourTile>> workers =
        Workers.open(
            threads,
            () -> {
              List<Evaluator> networks = Evaluators.openVerified(evaluators, bundle);
              return StepWorker.of(
                  networks, new PixelRows(features, head, networks, ROWS), head.components());
            },
            evaluators);
    return new ImageModel(bundle, workers, features);
  }

  @Override
  public ModelId id() {
    return id;
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return layout.kind() == MediaKind.IMAGE
        && !layout.signed()
        && layout.bitDepth() >= LEAST_DEPTH
        && layout.bitDepth() <= GREATEST_DEPTH;
  }

  @Override
  public boolean thorough() {
    return effort == Effort.BEST;
  }

  @Override
  public List<ModelledBlock> encode(List<Block> blocks) {
    return workers.map(blocks, b -> b.layout().samples(), this::encode);
  }

  private List<ModelledBlock> encode(StepWorker<ColourTile> worker, List<Block> blocks) {
    List<List<UnitSymbols<ColourTile>>> byBlock = new ArrayList<>();
    for (Block block : blocks) {
      List<UnitSymbols<ColourTile>> symbols = new ArrayList<>();
      for (ColourTile tile : tiles(block.layout())) {
        tile.fill(block);
        symbols.add(new UnitSymbols<>(tile, base));
      }
      byBlock.add(symbols);
    }
    worker.encoder().encode(byBlock.stream().flatMap(List::stream).toList());
    return byBlock.stream().map(UnitPayloads::join).toList();
  }

  @Override
  public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(
        CodedBlock.of(layouts, payloads),
        c -> c.layout().samples(),
        (worker, blocks) ->
            decode(worker, blocks, Collections.nCopies(blocks.size(), SymbolSink.NONE)));
  }

  @Override
  public List<SurveyedBlock> survey(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(CodedBlock.of(layouts, payloads), c -> c.layout().samples(), this::survey);
  }

  private List<SurveyedBlock> survey(StepWorker<ColourTile> worker, List<CodedBlock> blocks) {
    List<PlaceCosts> costs = PlaceCosts.of(blocks);
    return PlaceCosts.join(decode(worker, blocks, costs), costs);
  }

  private List<Block> decode(
      StepWorker<ColourTile> worker, List<CodedBlock> blocks, List<? extends SymbolSink> sinks) {
    List<List<ColourTile>> byBlock = new ArrayList<>();
    List<RansDecoder> payloads = new ArrayList<>();
    List<SymbolSink> tileSinks = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      List<ColourTile> tiles = tiles(blocks.get(i).layout());
      UnitPayloads parts = new UnitPayloads(blocks.get(i).payload(), tiles.size());
      tiles.forEach(tile -> payloads.add(parts.next()));
      tileSinks.addAll(Collections.nCopies(tiles.size(), sinks.get(i)));
      byBlock.add(tiles);
    }
    List<ColourTile> all = byBlock.stream().flatMap(List::stream).toList();
    worker.decoder().decode(all, payloads, tileSinks, base);
    List<Block> decoded = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = Block.blank(blocks.get(i).layout());
      byBlock.get(i).forEach(tile -> tile.restore(block));
      decoded.add(block);
    }
    return decoded;
  }

  private List<ColourTile> tiles(BlockLayout layout) {
    StepPlan plan =
        plans.computeIfAbsent(
            (long) layout.width() << 32 | layout.height(),
            size -> schedule.plan(layout.width(), layout.height()));
    return ColourTile.blank(features, plan, layout);
  }

  @Override
  public void close() {
    workers.close();
  }
}
