package io.ardmstream.media.flac.choice;

/**
 * What an encoder is likely to choose for residuals: the number of partitions that takes the fewest
 * bits as libFLAC estimates them, and the parameter of each from the sum of its magnitudes.
 */
public final class RiceGuess {
  private static final int MOST_ORDER = 15;

  private final int predictorOrder;
  private final int blockSize;
  private final int most;

  /** Sums of magnitudes for each partition order, then those of folded residuals. */
  private final long[][] sums;

  private final long[][] folded;

  public RiceGuess(long[] residuals, int predictorOrder) {
    this.predictorOrder = predictorOrder;
    blockSize = residuals.length;
    int finest = Math.min(MOST_ORDER, Integer.numberOfTrailingZeros(blockSize));
    while (finest > 0 && blockSize >> finest <= predictorOrder) {
      finest--;
    }
    most = finest;
    sums = new long[most + 1][];
    folded = new long[most + 1][];
    sum(residuals);
  }

  private void sum(long[] residuals) {
    sums[most] = new long[1 << most];
    folded[most] = new long[1 << most];
    int size = blockSize >> most;
    for (int t = predictorOrder; t < blockSize; t++) {
      long residual = residuals[t];
      sums[most][t / size] += Math.abs(residual);
      folded[most][t / size] += residual << 1 ^ residual >> 63;
    }
    for (int order = most - 1; order >= 0; order--) {
      sums[order] = halved(sums[order + 1]);
      folded[order] = halved(folded[order + 1]);
    }
  }

  private static long[] halved(long[] finer) {
    long[] coarser = new long[finer.length / 2];
    for (int p = 0; p < coarser.length; p++) {
      coarser[p] = finer[2 * p] + finer[2 * p + 1];
    }
    return coarser;
  }

  /** The best partition order of at most {@code limit}. */
  public int order(int limit) {
    int best = 0;
    long fewest = Long.MAX_VALUE;
    for (int order = Math.min(most, limit); order >= 0; order--) {
      long bits = 0;
      for (int p = 0; p < 1 << order; p++) {
        bits += bits(order, p);
      }
      if (bits < fewest) {
        fewest = bits;
        best = order;
      }
    }
    return best;
  }

  private long bits(int order, int p) {
    long count = samples(order, p);
    int parameter = parameter(order, p);
    long sum = sums[order][p];
    return 4 + (1 + parameter) * count + (sum << 1 >> parameter) - (count >> 1);
  }

  private long samples(int order, int p) {
    return (blockSize >> order) - (p == 0 ? predictorOrder : 0);
  }

  /** The least parameter with which the mean is not above 2 to its power, as of libFLAC. */
  public int parameter(int order, int p) {
    long count = samples(order, p);
    long sum = sums[order][p];
    int parameter = 0;
    while (parameter < 30 && count << parameter < sum) {
      parameter++;
    }
    return parameter;
  }

  /** The parameter as FFmpeg finds it, from folded residuals. */
  public int foldedParameter(int order, int p) {
    long count = samples(order, p);
    long sum = folded[order][p] - (count >> 1);
    return count == 0 || sum < count
        ? 0
        : Math.min(30, 63 - Long.numberOfLeadingZeros(sum / count));
  }

  /** Where between two powers of two the mean is, 0 to 15. */
  public int fraction(int order, int p) {
    long whole = samples(order, p) << parameter(order, p);
    return whole == 0 ? 0 : (int) Math.min(15, sums[order][p] * 16 / whole);
  }
}
