package io.ardmstream.likelihood.anyorder;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.DigitCoding;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.ardm.UpscalingStage;
import io.ardmstream.block.Block;
import io.ardmstream.block.ModelledBlock;
import io.ardmstream.coder.CdfInterval;
import io.ardmstream.coder.RansBlockEncoder;
import io.ardmstream.coder.SymbolCost;
import io.ardmstream.likelihood.BitCount;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes blocks. All samples are known, so every step of every tile is just another tile in a
 * batch, whatever block it belongs to.
 */
final class TileEncoder {
  private final DepthUpscaling upscaling;
  private final TilePlans plans;
  private final CodingPlan plan;
  private final TileBatch batch;
  private final List<Asked> asked = new ArrayList<>();
  private final DigitCoding coding = new DigitCoding();

  TileEncoder(DepthUpscaling upscaling, LossTable losses, CodingPlan plan, TileBatch batch) {
    this.upscaling = upscaling;
    this.plans = new TilePlans(losses);
    this.plan = plan;
    this.batch = batch;
  }

  /** A tile, its steps in each stage, and the intervals of its digits, by stage and step. */
  private record Tile(int[] values, List<StepPlan> plans, int[][][] intervals) {}

  /** A step of a tile that waits for the network. */
  private record Asked(Tile tile, PartialTile shape, int stage, int step) {}

  /** The payloads of blocks. */
  List<ModelledBlock> encode(List<Block> blocks) {
    List<List<Tile>> tiles = new ArrayList<>();
    for (Block block : blocks) {
      List<Tile> ofBlock = new ArrayList<>();
      for (TilePlace place : TilePlace.of(block.layout())) {
        List<StepPlan> steps = plans.of(plan, place);
        int[][][] intervals =
            steps.stream().map(stage -> new int[stage.steps()][]).toArray(int[][][]::new);
        Tile tile = new Tile(place.values(block), steps, intervals);
        ask(tile, new PartialTile(place.width(), place.height()));
        ofBlock.add(tile);
      }
      tiles.add(ofBlock);
    }
    answer();
    return tiles.stream().map(this::join).toList();
  }

  private void ask(Tile tile, PartialTile known) {
    for (int stage = 0; stage < upscaling.stages(); stage++) {
      UpscalingStage digits = upscaling.stage(stage);
      StepPlan steps = tile.plans().get(stage);
      for (int step = 0; step < steps.steps(); step++) {
        if (batch.isFull()) {
          answer();
        }
        batch.add(known, stage);
        asked.add(new Asked(tile, known, stage, step));
        for (int rank = steps.stepStart(step); rank < steps.stepEnd(step); rank++) {
          int variable = steps.position(rank);
          int value = tile.values()[variable];
          known.know(known.cell(variable), value - value % digits.width(), digits.width());
        }
      }
    }
  }

  private void answer() {
    batch.evaluate();
    for (int number = 0; number < asked.size(); number++) {
      Asked step = asked.get(number);
      step.tile().intervals()[step.stage()][step.step()] = intervals(number, step);
    }
    asked.clear();
    batch.clear();
  }

  private int[] intervals(int number, Asked asked) {
    UpscalingStage digits = upscaling.stage(asked.stage());
    StepPlan steps = asked.tile().plans().get(asked.stage());
    int start = steps.stepStart(asked.step());
    int[] intervals = new int[steps.stepSize(asked.step())];
    for (int i = 0; i < intervals.length; i++) {
      int variable = steps.position(start + i);
      int value = asked.tile().values()[variable];
      int cell = asked.shape().cell(variable);
      coding.open(batch.distribution(number, cell), digits.from(value), digits.to(value));
      intervals[i] = coding.encode(digits.width(), digits.digit(value));
    }
    return intervals;
  }

  /** Stage by stage, step by step, tile by tile. */
  private ModelledBlock join(List<Tile> tiles) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    plan.write(payload);
    RansBlockEncoder symbols = new RansBlockEncoder();
    BitCount bits = new BitCount();
    for (int stage = 0; stage < upscaling.stages(); stage++) {
      int steps = CodingPlan.steps(tiles, stage, Tile::plans);
      for (int step = 0; step < steps; step++) {
        for (Tile tile : tiles) {
          if (step < tile.intervals()[stage].length) {
            for (int interval : tile.intervals()[stage][step]) {
              symbols.add(interval);
              bits.addCoded(stage, SymbolCost.bits(CdfInterval.frequency(interval)));
            }
          }
        }
      }
    }
    payload.writeBytes(symbols.encode());
    return new ModelledBlock(payload.toByteArray(), bits.total(), bits.byStage());
  }
}
