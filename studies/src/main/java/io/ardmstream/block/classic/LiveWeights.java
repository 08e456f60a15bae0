package io.ardmstream.block.classic;

import io.ardmstream.block.classic.picture.WarmShape;
import io.ardmstream.block.classic.picture.WarmStart;
import io.ardmstream.block.classic.picture.WarmWeights;
import io.ardmstream.mixing.Weights;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weights that stay as each picture leaves them, and their mean over many pictures. */
final class LiveWeights implements WarmWeights {
  private static final int UNIT = 1 << 10;

  private final List<int[]> sets = new ArrayList<>();
  private final List<long[]> sums = new ArrayList<>();
  private int pictures;

  LiveWeights() {
    for (WarmStart start : WarmStart.values()) {
      begin(start, start.shape.firstWeights());
      begin(start, start.shape.secondWeights());
    }
  }

  /** Every context counts alike as soon as it has seen something. */
  private void begin(WarmStart start, int length) {
    int[] weights = new int[length];
    int stride = start.shape.stride();
    for (int i = 0; i < length; i++) {
      boolean blank = i % stride % WarmShape.place(1, 0) == 0;
      weights[i] = blank ? 0 : (1 << 16) * 2 / stride;
    }
    sets.add(weights);
    sums.add(new long[length]);
  }

  @Override
  public Weights first(WarmStart start) {
    return new Weights(sets.get(2 * start.ordinal()), start.shape.stride());
  }

  @Override
  public Weights second(WarmStart start) {
    return new Weights(sets.get(2 * start.ordinal() + 1), start.shape.stride());
  }

  /** The weights of now, unharmed by what is coded with them. */
  WarmWeights copy() {
    return new WarmWeights() {
      @Override
      public Weights first(WarmStart start) {
        return new Weights(sets.get(2 * start.ordinal()).clone(), start.shape.stride());
      }

      @Override
      public Weights second(WarmStart start) {
        return new Weights(sets.get(2 * start.ordinal() + 1).clone(), start.shape.stride());
      }
    };
  }

  /** Takes the weights into the mean. */
  void remember() {
    pictures++;
    for (int set = 0; set < sets.size(); set++) {
      long[] sum = sums.get(set);
      int[] weights = sets.get(set);
      Arrays.setAll(sum, i -> sum[i] + weights[i]);
    }
  }

  /** Goes on from the mean, and forgets it. */
  byte[] settle() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int set = 0; set < sets.size(); set++) {
      int[] weights = sets.get(set);
      long[] sum = sums.get(set);
      for (int i = 0; i < weights.length; i++) {
        long mean = Math.round(sum[i] / (double) pictures / UNIT);
        byte rounded = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, mean));
        bytes.write(rounded);
        weights[i] = rounded * UNIT;
        sum[i] = 0;
      }
    }
    pictures = 0;
    return bytes.toByteArray();
  }
}
