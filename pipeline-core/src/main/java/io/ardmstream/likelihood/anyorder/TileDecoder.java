package io.ardmstream.likelihood.anyorder;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.DigitCoding;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.ardm.UpscalingStage;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.coder.CdfInterval;
import io.ardmstream.coder.RansDecoder;
import io.ardmstream.likelihood.EncodedBlock;
import io.ardmstream.likelihood.SymbolSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Decodes blocks step by step, the tiles of all of them side by side. */
final class TileDecoder {
  private final DepthUpscaling upscaling;
  private final TilePlans plans;
  private final TileBatch batch;
  private final List<Asked> asked = new ArrayList<>();
  private final DigitCoding coding = new DigitCoding();

  TileDecoder(DepthUpscaling upscaling, LossTable losses, TileBatch batch) {
    this.upscaling = upscaling;
    this.plans = new TilePlans(losses);
    this.batch = batch;
  }

  /**
   * A tile.
   *
   * @param place where it lies
   * @param known what is known of it
   * @param plans its steps in each stage
   * @param given samples by variable, or -1 where they are to be decoded
   */
  private record Tile(TilePlace place, PartialTile known, List<StepPlan> plans, int[] given) {

    /** Shows of what was given as much as a stage shows. */
    void show(UpscalingStage digits) {
      for (int variable = 0; variable < given.length; variable++) {
        if (given[variable] >= 0) {
          int least = given[variable] - given[variable] % digits.width();
          known.know(known.cell(variable), least, digits.width());
        }
      }
    }
  }

  /** A block on its way. */
  private record Coded(
      BlockLayout layout, List<Tile> tiles, RansDecoder symbols, SymbolSink sink) {}

  /** A tile that waits for the network. */
  private record Asked(Coded coded, Tile tile) {}

  /**
   * The blocks of payloads.
   *
   * @param sinks one for each block
   */
  List<Block> decode(List<EncodedBlock> blocks, List<? extends SymbolSink> sinks) {
    List<Coded> all = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      EncodedBlock block = blocks.get(i);
      all.add(open(block.layout(), block.payload(), sinks.get(i), TileDecoder::nothing));
    }
    return decode(all);
  }

  /** Blocks of which something is given. */
  List<Block> complete(List<Completion> completions) {
    List<Coded> all = new ArrayList<>();
    for (Completion completion : completions) {
      BlockLayout layout = completion.given().layout();
      all.add(
          open(layout, completion.payload(), SymbolSink.NONE, place -> given(completion, place)));
    }
    return decode(all);
  }

  private static int[] nothing(TilePlace place) {
    int[] given = new int[PartialTile.CHANNELS * place.width() * place.height()];
    Arrays.fill(given, -1);
    return given;
  }

  private static int[] given(Completion completion, TilePlace place) {
    int[] given = place.values(completion.given());
    for (int variable = 0; variable < given.length; variable++) {
      if (!completion.positions().get(place.position(variable, completion.given().layout()))) {
        given[variable] = -1;
      }
    }
    return given;
  }

  private Coded open(
      BlockLayout layout, byte[] payload, SymbolSink sink, Function<TilePlace, int[]> given) {
    CodingPlan.Head head = CodingPlan.read(payload, upscaling.stages());
    List<Tile> tiles = new ArrayList<>();
    for (TilePlace place : TilePlace.of(layout)) {
      tiles.add(
          new Tile(
              place,
              new PartialTile(place.width(), place.height()),
              plans.of(head.plan(), place),
              given.apply(place)));
    }
    int length = payload.length - head.length();
    return new Coded(layout, tiles, RansDecoder.open(payload, head.length(), length), sink);
  }

  private List<Block> decode(List<Coded> all) {
    for (int stage = 0; stage < upscaling.stages(); stage++) {
      UpscalingStage digits = upscaling.stage(stage);
      int last = 0;
      for (Coded coded : all) {
        coded.tiles().forEach(tile -> tile.show(digits));
        last = Math.max(last, CodingPlan.steps(coded.tiles(), stage, Tile::plans));
      }
      for (int step = 0; step < last; step++) {
        decode(all, stage, step);
      }
    }
    return all.stream().map(TileDecoder::block).toList();
  }

  private void decode(List<Coded> all, int stage, int step) {
    for (Coded coded : all) {
      for (Tile tile : coded.tiles()) {
        if (step < tile.plans().get(stage).steps()) {
          if (batch.isFull()) {
            answer(stage, step);
          }
          batch.add(tile.known(), stage);
          asked.add(new Asked(coded, tile));
        }
      }
    }
    answer(stage, step);
  }

  private void answer(int stage, int step) {
    batch.evaluate();
    UpscalingStage digits = upscaling.stage(stage);
    for (int number = 0; number < asked.size(); number++) {
      Coded coded = asked.get(number).coded();
      Tile tile = asked.get(number).tile();
      StepPlan steps = tile.plans().get(stage);
      for (int rank = steps.stepStart(step); rank < steps.stepEnd(step); rank++) {
        int variable = steps.position(rank);
        if (tile.given()[variable] >= 0) {
          continue;
        }
        int cell = tile.known().cell(variable);
        int first = tile.known().first(cell);
        coding.open(batch.distribution(number, cell), first, digits.to(first));
        int interval = coding.decode(digits.width(), coded.symbols().peek());
        coded.symbols().pop(CdfInterval.start(interval), CdfInterval.frequency(interval));
        tile.known().know(cell, coding.from(), digits.width());
        coded
            .sink()
            .decoded(
                tile.place().position(variable, coded.layout()), CdfInterval.frequency(interval));
      }
    }
    asked.clear();
    batch.clear();
  }

  private static Block block(Coded coded) {
    Block block = Block.blank(coded.layout());
    coded.tiles().forEach(tile -> tile.place().restore(tile.known(), block));
    return block;
  }
}
