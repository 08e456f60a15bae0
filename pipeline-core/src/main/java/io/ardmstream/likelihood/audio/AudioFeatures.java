package io.ardmstream.likelihood.audio;

/**
 * The network's view of one residual of a lattice over time.
 *
 * <p>The position p of level l (2^l is the largest power of two that divides p, at most 2^levels)
 * is coded when all multiples of 2^(l+1) are known. With s = 2^l, its taps are p - s, p + s, p -
 * 3s, p + 3s, ... A tap outside of the block is replaced by its mirror image, and if that is
 * outside too, by the block's mean loudness.
 *
 * <p>Features: loudness of the taps relative to that of the four nearest; the values of the four
 * nearest relative to it; the same of another channel at p, p - s and p + s (at p only if it is
 * coded before); that loudness, the block's, how far the block has come, the level and the channel.
 */
public final class AudioFeatures {

  /** Largest magnitude of a feature. */
  public static final int BOUND = 255;

  /** Taps of the dynamic kernel: the four nearest, and the other channel's value at p. */
  public static final int KERNEL = 5;

  private static final int NEAREST = 4;
  private static final int OTHER = 3;
  private static final int LEVELS = 8;
  private static final int FLAG = 64;
  private static final int VALUE_BITS = 5;

  private final int reach;

  /**
   * A view.
   *
   * @param reach taps on each side, at least 2
   */
  public AudioFeatures(int reach) {
    this.reach = reach;
  }

  /** Features per residual. */
  public int width() {
    return 2 * reach + NEAREST + 2 * OTHER + 3 + LEVELS + 2;
  }

  /**
   * Writes the features of a position and returns the loudness they are relative to.
   *
   * @param planes one for each feature
   * @param row where to write in them
   * @param kernel receives the {@value #KERNEL} values of the dynamic kernel
   */
  public int fill(
      AudioUnit unit, int channel, int position, float[][] planes, int row, int[] kernel) {
    int level = unit.level(position);
    int step = 1 << level;
    int[] residuals = unit.residuals(channel);
    int mean = unit.loudness(channel);
    boolean known = level < unit.levels();
    int reference = known ? reference(residuals, position, step, mean) : mean;
    int out = 0;
    for (int j = 0; j < reach; j++) {
      int distance = (2 * j + 1) * step;
      out = loudness(planes, row, out, residuals, position, known ? -distance : 0, mean, reference);
      out = loudness(planes, row, out, residuals, position, known ? distance : 0, mean, reference);
    }
    for (int i = 0; i < NEAREST; i++) {
      int distance = (i < 2 ? step : 3 * step) * (i % 2 == 0 ? -1 : 1);
      kernel[i] = known ? value(residuals, position, distance) : 0;
      planes[out++][row] = clip(Loudness.normalise(kernel[i], reference, VALUE_BITS));
    }
    return other(unit, channel, position, planes, row, out, kernel, reference);
  }

  private int other(
      AudioUnit unit,
      int channel,
      int position,
      float[][] planes,
      int row,
      int from,
      int[] kernel,
      int reference) {
    int out = from;
    int level = unit.level(position);
    int step = 1 << level;
    boolean known = level < unit.levels();
    boolean before = channel > 0;
    boolean any = unit.channels() > 1;
    int[] residuals = unit.residuals(any ? before ? channel - 1 : 1 : 0);
    int mean = any ? unit.loudness(before ? channel - 1 : 1) : 0;
    kernel[NEAREST] = before ? residuals[position] : 0;
    for (int i = 0; i < OTHER; i++) {
      int distance = i == 0 ? 0 : i == 1 ? -step : step;
      boolean there = any && (i == 0 ? before : known);
      int value = there ? value(residuals, position, distance) : 0;
      planes[out++][row] = there ? clip(4 * (Loudness.of(value) - mean)) : 0;
      planes[out++][row] = there ? clip(Loudness.normalise(value, reference, VALUE_BITS)) : 0;
    }
    planes[out++][row] = clip(reference);
    planes[out++][row] = clip(4 * (unit.loudness(channel) - reference));
    planes[out++][row] = clip(4 * Loudness.of(position >> 4));
    for (int i = 0; i < LEVELS; i++) {
      planes[out++][row] = i == Math.min(level, LEVELS - 1) ? FLAG : 0;
    }
    planes[out++][row] = any ? FLAG : 0;
    planes[out][row] = before ? FLAG : 0;
    return reference;
  }

  /** Weighted mean loudness of the nearest taps, the inner two counting twice. */
  private static int reference(int[] residuals, int position, int step, int mean) {
    int sum = 0;
    for (int i = -3; i <= 3; i += 2) {
      int weight = i == -1 || i == 1 ? 2 : 1;
      int at = inside(residuals.length, position, i * step);
      sum += weight * (at < 0 ? mean : Loudness.of(residuals[at]));
    }
    return (sum + 3) / 6;
  }

  private static int loudness(
      float[][] planes,
      int row,
      int out,
      int[] residuals,
      int position,
      int distance,
      int mean,
      int reference) {
    int at = distance == 0 ? -1 : inside(residuals.length, position, distance);
    int loudness = at < 0 ? mean : Loudness.of(residuals[at]);
    planes[out][row] = clip(4 * (loudness - reference));
    return out + 1;
  }

  private static int value(int[] residuals, int position, int distance) {
    int at = inside(residuals.length, position, distance);
    return at < 0 ? 0 : residuals[at];
  }

  /** Index of the tap, of its mirror image, or -1. */
  private static int inside(int length, int position, int distance) {
    int at = position + distance;
    if (at >= 0 && at < length) {
      return at;
    }
    int mirrored = position - distance;
    return mirrored >= 0 && mirrored < length ? mirrored : -1;
  }

  private static int clip(long value) {
    return (int) Math.max(-BOUND, Math.min(BOUND, value));
  }
}
