package io.ardmstream.training.image;

import io.ardmstream.block.Block;
import java.util.Random;

/**
 * Makes of a tile what it would be had its chroma once been stored at a half of the resolution, as
 * in video, JPEG (4:2:0, 4:2:2) and Photo CD: many pictures that are stored without loss have been
 * so before, and a model has to have seen how such chroma goes on.
 *
 * <p>Luma and chroma are those of JFIF, rounded to 8 bits. Samples lie on every second pixel or
 * between two, first or second, and are brought back by lines between them or repeated.
 */
final class ChromaSubsampling {

  private static final double BOTH_AXES = 0.7;

  private final Random random;

  ChromaSubsampling(Random random) {
    this.random = random;
  }

  /** The tile with chroma of half the resolution, in one of the usual ways. */
  Block subsampled(Block tile) {
    int[][] planes = tile.planes();
    int[] luma = new int[planes[0].length];
    int[] blue = new int[luma.length];
    int[] red = new int[luma.length];
    for (int i = 0; i < luma.length; i++) {
      double y = luma(planes, i);
      luma[i] = (int) Math.rint(y);
      blue[i] = (int) Math.rint((planes[2][i] - y) / 1.772);
      red[i] = (int) Math.rint((planes[0][i] - y) / 1.402);
    }
    int width = tile.layout().width();
    HalfResolution across = HalfResolution.any(random);
    halve(across, blue, red, width, 1, width);
    if (random.nextDouble() < BOTH_AXES) {
      halve(across.inAnyPhase(random), blue, red, tile.layout().height(), width, 1);
    }
    return new Block(tile.layout(), colours(luma, blue, red));
  }

  /** Luma of a pixel in RGB, as JFIF has it. */
  static double luma(int[][] planes, int i) {
    return 0.299 * planes[0][i] + 0.587 * planes[1][i] + 0.114 * planes[2][i];
  }

  /**
   * Lines of {@code length} samples, {@code step} apart; their first samples {@code next} apart.
   */
  private static void halve(
      HalfResolution form, int[] blue, int[] red, int length, int step, int next) {
    for (int line = 0; line < blue.length / length; line++) {
      form.apply(blue, line * next, step, length);
      form.apply(red, line * next, step, length);
    }
  }

  private static int[][] colours(int[] luma, int[] blue, int[] red) {
    int[][] planes = new int[3][luma.length];
    for (int i = 0; i < luma.length; i++) {
      planes[0][i] = sample(luma[i] + 1.402 * red[i]);
      planes[1][i] = sample(luma[i] - 0.344136 * blue[i] - 0.714136 * red[i]);
      planes[2][i] = sample(luma[i] + 1.772 * blue[i]);
    }
    return planes;
  }

  private static int sample(double value) {
    return (int) Math.rint(Math.max(0, Math.min(255, value)));
  }
}
