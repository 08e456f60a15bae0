package io.ardmstream.likelihood.audio;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.likelihood.CodingUnit;

/**
 * The residuals of one block, as far as they are known.
 *
 * @param plan lattice over time
 * @param levels of the lattice: the coarsest grid has a spacing of 2^levels
 * @param planes residuals, {@code [channel][frame]}
 * @param meanLoudness of each channel, told to the decoder
 * @param depth residuals lie in {@code [-2^(depth-1), 2^(depth-1))}
 */
public record AudioUnit(StepPlan plan, int levels, int[][] planes, int[] meanLoudness, int depth)
    implements CodingUnit {

  /** Level of a position: how often 2 divides it, at most {@link #levels}. */
  int level(int position) {
    return position == 0 ? levels : Math.min(levels, Integer.numberOfTrailingZeros(position));
  }

  int[] residuals(int channel) {
    return planes[channel];
  }

  int loudness(int channel) {
    return meanLoudness[channel];
  }

  /** Mean loudness of residuals, rounded. */
  public static int meanLoudness(int[] residuals) {
    long sum = 0;
    for (int residual : residuals) {
      sum += Loudness.of(residual);
    }
    return residuals.length == 0 ? 0 : (int) ((sum + residuals.length / 2) / residuals.length);
  }

  @Override
  public int channels() {
    return planes.length;
  }

  @Override
  public int least(int channel) {
    return -1 << (depth - 1);
  }

  @Override
  public int cardinality(int channel) {
    return 1 << depth;
  }
}
