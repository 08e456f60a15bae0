package io.ardmstream.likelihood.image;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.Schedule;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.likelihood.bundle.BundleDescription;
import io.ardmstream.likelihood.bundle.Evaluators;
import io.ardmstream.likelihood.bundle.ModelBundle;
import io.ardmstream.likelihood.mixture.LogisticMixture;
import io.ardmstream.likelihood.parallel.Workers;
import io.ardmstream.media.MediaKind;
import java.io.IOException;
import java.util.ArrayList;
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
  private final int base;
  private final Schedule schedule;
  private final ImageFeatures features;
  private final Workers<Worker> workers;
  private final Map<Long, StepPlan> plans = new ConcurrentHashMap<>();

  private ImageModel(ModelBundle bundle, Workers<Worker> workers, ImageFeatures features) {
    this.id = bundle.id();
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
    Workers<Worker> workers =
        Workers.open(
            threads,
            () -> {
              ImageNetworks networks =
                  new ImageNetworks(Evaluators.openVerified(evaluators, bundle));
              return new Worker(
                  networks,
                  new PixelRows(features, head, networks, ROWS),
                  new LogisticMixture(head.components()));
            },
            evaluators);
    return new ImageModel(bundle, workers, features);
  }

  /** What one thread works with. */
  private record Worker(ImageNetworks networks, PixelRows rows, LogisticMixture mixture)
      implements AutoCloseable {

    @Override
    public void close() {
      networks.close();
    }
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
  public List<ModelledBlock> encode(List<Block> blocks) {
    return workers.map(blocks, b -> b.layout().samples(), this::encode);
  }

  private List<ModelledBlock> encode(Worker worker, List<Block> blocks) {
    List<List<TileSymbols>> byBlock = new ArrayList<>();
    for (Block block : blocks) {
      List<TileSymbols> tiles = new ArrayList<>();
      for (ColourTile tile : ColourTile.blank(features, block.layout())) {
        tile.fill(block);
        tiles.add(new TileSymbols(tile, plan(block.layout()), coders(tile)));
      }
      byBlock.add(tiles);
    }
    new TileEncoder(worker.rows(), worker.mixture())
        .encode(byBlock.stream().flatMap(List::stream).toList());
    return byBlock.stream().map(TilePayloads::join).toList();
  }

  @Override
  public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
    List<CodedBlock> coded = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      coded.add(new CodedBlock(layouts.get(i), payloads.get(i)));
    }
    return workers.map(coded, c -> c.layout().samples(), this::decode);
  }

  private record CodedBlock(BlockLayout layout, byte[] payload) {}

  private List<Block> decode(Worker worker, List<CodedBlock> blocks) {
    List<List<ColourTile>> byBlock = new ArrayList<>();
    List<TileDecoder.CodedTile> all = new ArrayList<>();
    for (CodedBlock block : blocks) {
      List<ColourTile> tiles = ColourTile.blank(features, block.layout());
      TilePayloads payloads = new TilePayloads(block.payload(), tiles.size());
      for (ColourTile tile : tiles) {
        all.add(
            new TileDecoder.CodedTile(
                tile, plan(block.layout()), coders(tile), payloads.next()));
      }
      byBlock.add(tiles);
    }
    new TileDecoder(worker.rows(), worker.mixture()).decode(all);
    List<Block> decoded = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = Block.blank(blocks.get(i).layout());
      byBlock.get(i).forEach(tile -> tile.restore(block));
      decoded.add(block);
    }
    return decoded;
  }

  private StepPlan plan(BlockLayout layout) {
    return plans.computeIfAbsent(
        (long) layout.width() << 32 | layout.height(),
        size -> schedule.plan(layout.width(), layout.height()));
  }

  private SampleCoder[] coders(ColourTile tile) {
    SampleCoder[] coders = new SampleCoder[tile.canvas().channels()];
    for (int c = 0; c < coders.length; c++) {
      coders[c] = new SampleCoder(new DepthUpscaling(base, tile.cardinality(c)));
    }
    return coders;
  }

  @Override
  public void close() {
    workers.close();
  }
}
