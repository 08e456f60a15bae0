package io.ardmstream.block.turbo;

import io.ardmstream.block.Block;

/** Which two series of a block with two channels cost least, as far as its predictors tell. */
final class StereoChoice {
  /** Order of the predictors: the channels differ by what short ones tell. */
  private static final int ORDER = 8;

  /** One stretch in so many is looked at. */
  private static final int EVERY = 4;

  private StereoChoice() {}

  static ChannelPair of(Block block) {
    int[] left = block.planes()[0];
    int[] right = block.planes()[1];
    int[] middle = new int[left.length];
    int[] side = new int[left.length];
    for (int i = 0; i < left.length; i++) {
      middle[i] = ChannelPair.MIDDLE_SIDE.first(left[i], right[i]);
      side[i] = ChannelPair.MIDDLE_SIDE.second(left[i], right[i]);
    }
    double leftCost = cost(left);
    double rightCost = cost(right);
    double sideCost = cost(side);
    double[] costs = {
      leftCost + rightCost, cost(middle) + sideCost, leftCost + sideCost, rightCost + sideCost
    };
    int best = 0;
    for (int i = 1; i < costs.length; i++) {
      best = costs[i] < costs[best] ? i : best;
    }
    return ChannelPair.values()[best];
  }

  private static double cost(int[] series) {
    StretchAnalysis analysis = new StretchAnalysis(ORDER);
    double cost = 0;
    for (int from = 0; from < series.length; from += EVERY * TurboSound.STRETCH) {
      int length = Math.min(TurboSound.STRETCH, series.length - from);
      cost += analysis.look(series, from, length).cost();
    }
    return cost;
  }
}
