package io.ardmstream.likelihood.image;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.coder.SymbolStack;

/** The coder's symbols of one tile, collected in any order and coded in that of the schedule. */
final class TileSymbols {

  private final ColourTile tile;
  private final StepPlan plan;
  private final SampleCoder[] coders;
  private final int[][] symbols;
  private final BitCount bits;

  TileSymbols(ColourTile tile, StepPlan plan, SampleCoder[] coders) {
    this.tile = tile;
    this.plan = plan;
    this.coders = coders;
    symbols = new int[tile.canvas().channels()][];
    int stages = 0;
    for (int c = 0; c < symbols.length; c++) {
      symbols[c] = new int[plan.order().length * coders[c].stages()];
      stages = Math.max(stages, coders[c].stages());
    }
    bits = new BitCount(stages);
  }

  ColourTile tile() {
    return tile;
  }

  StepPlan plan() {
    return plan;
  }

  SampleCoder coder(int channel) {
    return coders[channel];
  }

  BitCount bits() {
    return bits;
  }

  int[] of(int channel) {
    return symbols[channel];
  }

  /** Within a step: channel by channel, pixel by pixel, most significant digit first. */
  byte[] encode() {
    SymbolStack stack = new SymbolStack();
    for (int step = 0; step < plan.steps(); step++) {
      for (int c = 0; c < symbols.length; c++) {
        int stages = coders[c].stages();
        for (int i = plan.stepStart(step) * stages; i < plan.stepEnd(step) * stages; i++) {
          stack.add(symbols[c][i]);
        }
      }
    }
    return stack.encode();
  }
}
