package io.ardmstream.transform.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds channels that repeat the one before them and channels in which only some values occur. */
final class ChannelAnalysis {
  /** Bits a progression has to save: its parameters take at most twelve bytes. */
  private static final double PROGRESSION_COST = 96;

  private final int bitDepth;

  ChannelAnalysis(int bitDepth) {
    this.bitDepth = bitDepth;
  }

  /**
   * @param samples {@code [channel][frame]}, centred on 0
   */
  List<ChannelCode> analyse(int[][] samples) {
    List<ChannelCode> codes = new ArrayList<>(samples.length);
    for (int c = 0; c < samples.length; c++) {
      codes.add(
          c > 0 && samples[c].length > 0
              ? related(samples[c - 1], samples[c])
              : single(samples[c]));
    }
    return codes;
  }

  private ChannelCode related(int[] before, int[] channel) {
    if (Arrays.equals(before, channel)) {
      return new ChannelCode.Copied(false);
    }
    return negates(before, channel) ? new ChannelCode.Copied(true) : single(channel);
  }

  private static boolean negates(int[] before, int[] channel) {
    for (int i = 0; i < channel.length; i++) {
      // the most negative number has no counterpart
      if (channel[i] != -before[i] || channel[i] == Integer.MIN_VALUE) {
        return false;
      }
    }
    return true;
  }

  private ChannelCode single(int[] channel) {
    return new ChannelCode.Predicted(values(channel));
  }

  private ValueSet values(int[] channel) {
    Progression full = Progression.full(bitDepth);
    if (channel.length == 0) {
      return full;
    }
    int first = Arrays.stream(channel).min().getAsInt();
    int last = Arrays.stream(channel).max().getAsInt();
    long step = commonStep(channel, first);
    if (step != 1) {
      long size = step == 0 ? 1 : ((long) last - first) / step + 1;
      double saved =
          channel.length * (step == 0 ? bitDepth : StrictMath.log(step) / StrictMath.log(2));
      return saved > PROGRESSION_COST ? new Progression(first, Math.max(1, step), size) : full;
    }
    int[] sparse = SparseValues.find(channel, first, last);
    return sparse.length > 0 ? new ListedValues(sparse) : full;
  }

  /** The greatest number all distances from the first value are multiples of; 0 if all are 0. */
  private static long commonStep(int[] channel, int first) {
    long step = 0;
    for (int value : channel) {
      step = greatestCommonDivisor((long) value - first, step);
      if (step == 1) {
        break;
      }
    }
    return step;
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
