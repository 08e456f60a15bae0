package io.ardmstream.likelihood.anyorder;

import io.ardmstream.ardm.Lattice;
import io.ardmstream.ardm.Policy;
import io.ardmstream.ardm.RandomOrder;
import io.ardmstream.ardm.StepPlan;

/**
 * In which order the samples of a tile become known, by a number that is published: 0 row by row, 1
 * the lattice of five levels, each of its steps channel by channel, and from 2 on random
 * permutations, of the number less 2 as their seed.
 *
 * @param number 0 to {@value #LAST}
 */
record GenerationOrder(int number) {
  private static final int LATTICE = 1;
  private static final int FIRST_SEED = 2;

  /** Greatest number. */
  static final int LAST = 127;

  /** Checks the range. */
  GenerationOrder {
    if (number < 0 || number > LAST) {
      throw new IllegalArgumentException("generation order " + number + " of 0 to " + LAST);
    }
  }

  /** The samples 3 (width · y + x) + channel of a tile, in steps. */
  StepPlan plan(int width, int height, Policy policy) {
    int variables = PartialTile.CHANNELS * width * height;
    if (number >= FIRST_SEED) {
      return new RandomOrder(number - FIRST_SEED, policy).plan(variables, 1);
    }
    int[] order = number == LATTICE ? lattice(width, height) : raster(variables);
    return new StepPlan(order, policy.stepStarts(variables));
  }

  private static int[] raster(int variables) {
    int[] order = new int[variables];
    for (int i = 0; i < variables; i++) {
      order[i] = i;
    }
    return order;
  }

  private static int[] lattice(int width, int height) {
    StepPlan pixels = new Lattice(5).plan(width, height);
    int[] order = new int[PartialTile.CHANNELS * width * height];
    int at = 0;
    for (int step = 0; step < pixels.steps(); step++) {
      for (int channel = 0; channel < PartialTile.CHANNELS; channel++) {
        for (int rank = pixels.stepStart(step); rank < pixels.stepEnd(step); rank++) {
          order[at++] = PartialTile.CHANNELS * pixels.position(rank) + channel;
        }
      }
    }
    return order;
  }
}
