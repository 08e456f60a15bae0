package io.ardmstream.likelihood.anyorder;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.block.SamplingModel;
import io.ardmstream.block.SurveyedBlock;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.NetworkSet;
import io.ardmstream.likelihood.EncodedBlock;
import io.ardmstream.likelihood.PositionCosts;
import io.ardmstream.likelihood.SymbolSink;
import io.ardmstream.media.Modality;
import io.ardmstream.parallel.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * An order-agnostic model of images: colours of 8 bits, in tiles of at most 32 × 32. How many steps
 * a tile takes is chosen when it is encoded, and stands in the payload.
 *
 * @param id of the bundle
 * @param device what it computes on
 * @param upscaling how samples fall into digits
 * @param losses what digits cost
 * @param plan that is encoded by
 * @param workers code blocks; the model closes them
 */
record OrderAgnosticModel(
    ModelId id,
    String device,
    DepthUpscaling upscaling,
    LossTable losses,
    CodingPlan plan,
    Workers<TileBatch> workers)
    implements SamplingModel {

  /** Steps where nothing else was asked for. */
  private static final int DEFAULT_STEPS = 100;

  private static final int DEPTH = 8;

  /** Samples of the largest block: what is made of it takes far more memory than they do. */
  private static final long MOST_SAMPLES = 1 << 22;

  /** Whether such models code blocks of this shape. */
  static boolean canCode(BlockLayout layout) {
    return layout.kind() == Modality.IMAGE
        && !layout.signed()
        && layout.bitDepth() == DEPTH
        && layout.channels() == PartialTile.CHANNELS
        && layout.samples() <= MOST_SAMPLES;
  }

  /**
   * Opens the model of a bundle.
   *
   * @param set networks of the bundle; the model closes them
   * @throws IOException if the networks or the losses cannot be loaded
   * @throws IllegalStateException if they are not exact on this machine
   */
  static OrderAgnosticModel open(ModelBundle bundle, NetworkSet set, int threads)
      throws IOException {
    DepthUpscaling upscaling =
        new DepthUpscaling(bundle.description().base(), PartialTile.CARDINALITY);
    LossTable losses = LossTable.read(bundle.files().read(LossTable.FILE), upscaling.stages());
    GenerationOrder order = new GenerationOrder(bundle.description().parameter("order"));
    TileHead head = new TileHead(bundle.description().parameter("components"));
    Workers<TileBatch> workers =
        Workers.open(
            threads, () -> new TileBatch(NetworkSet.openVerified(set, bundle).get(0), head), set);
    return new OrderAgnosticModel(
        bundle.id(),
        set.device(),
        upscaling,
        losses,
        planned(order, losses, DEFAULT_STEPS),
        workers);
  }

  private static CodingPlan planned(GenerationOrder order, LossTable losses, int steps) {
    int[] divided = new StepBudget(losses).divide(steps);
    return new CodingPlan(order, Arrays.stream(divided).boxed().toList());
  }

  @Override
  public OrderAgnosticModel inSteps(int steps) {
    return new OrderAgnosticModel(
        id, device, upscaling, losses, planned(plan.order(), losses, steps), workers);
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return canCode(layout);
  }

  @Override
  public List<ModelledBlock> encode(List<Block> blocks) {
    return workers.map(
        blocks,
        block -> block.layout().samples(),
        (batch, share) -> new TileEncoder(upscaling, losses, plan, batch).encode(share));
  }

  @Override
  public List<Block> decode(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(
        EncodedBlock.of(layouts, payloads),
        coded -> coded.layout().samples(),
        (batch, share) ->
            new TileDecoder(upscaling, losses, batch)
                .decode(share, Collections.nCopies(share.size(), SymbolSink.NONE)));
  }

  @Override
  public List<SurveyedBlock> survey(List<BlockLayout> layouts, List<byte[]> payloads) {
    return workers.map(
        EncodedBlock.of(layouts, payloads),
        coded -> coded.layout().samples(),
        (batch, share) -> {
          List<PositionCosts> costs = PositionCosts.of(share);
          return PositionCosts.join(
              new TileDecoder(upscaling, losses, batch).decode(share, costs), costs);
        });
  }

  @Override
  public List<Block> complete(List<Block> given, List<BitSet> positions, long seed) {
    List<Completion> all = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      byte[] bits = RandomPayload.of(plan, given.get(i).layout(), seed + i);
      all.add(new Completion(given.get(i), positions.get(i), bits));
    }
    return workers.map(
        all,
        completion -> completion.given().layout().samples(),
        (batch, share) -> new TileDecoder(upscaling, losses, batch).complete(share));
  }

  @Override
  public void close() {
    workers.close();
  }
}
