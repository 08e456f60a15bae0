package io.ardmstream.likelihood.image;

import io.ardmstream.ardm.Schedule;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.likelihood.BlockUnits;
import io.ardmstream.likelihood.EncodedBlock;
import io.ardmstream.likelihood.KnownUnits;
import io.ardmstream.likelihood.PendingUnits;
import io.ardmstream.likelihood.Span;
import io.ardmstream.likelihood.StepPlans;
import io.ardmstream.likelihood.UnitPayloads;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.transform.image.ColourTransform;
import java.util.List;
import java.util.stream.Stream;

/** Blocks of images, taken apart into tiles. */
final class ImageBlocks implements BlockUnits<ColourTile> {

  private final ImageFeatures features;
  private final ColourTransform colours;
  private final Schedule schedule;
  private final StepPlans plans = new StepPlans();

  ImageBlocks(ImageFeatures features, ColourTransform colours, Schedule schedule) {
    this.features = features;
    this.colours = colours;
    this.schedule = schedule;
  }

  @Override
  public boolean covers(BlockLayout layout) {
    return ImageModel.covers(layout);
  }

  @Override
  public KnownUnits<ColourTile> known(Block block) {
    List<ColourTile> tiles = tiles(block.layout());
    tiles.forEach(tile -> tile.fill(block));
    return new KnownUnits<>(new byte[0], tiles);
  }

  @Override
  public PendingUnits<ColourTile> pending(EncodedBlock coded) {
    List<ColourTile> tiles = tiles(coded.layout());
    UnitPayloads payloads = new UnitPayloads(coded.payload(), tiles.size());
    List<Span> spans = Stream.generate(payloads::next).limit(tiles.size()).toList();
    return new PendingTiles(coded.layout(), tiles, spans);
  }

  private List<ColourTile> tiles(BlockLayout layout) {
    StepPlan plan =
        plans.of(
            layout.width(), layout.height(), () -> schedule.plan(layout.width(), layout.height()));
    return ColourTile.blank(features, colours, plan, layout);
  }

  private record PendingTiles(BlockLayout layout, List<ColourTile> units, List<Span> payloads)
      implements PendingUnits<ColourTile> {

    @Override
    public Block block() {
      Block block = Block.blank(layout);
      units.forEach(tile -> tile.restore(block));
      return block;
    }
  }
}
