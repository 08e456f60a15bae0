package io.ardmstream.likelihood.image.tile;

/**
 * What the head of a later channel sees of each channel coded before at the same pixel: the sample
 * relative to its local mean, its residual in 1/8 levels, and the residual in 1/4 levels companded.
 */
public final class SideFeatures {

  /** Features per earlier channel. */
  public static final int WIDTH = 3;

  private SideFeatures() {}

  /**
   * Writes the three features.
   *
   * @param difference sample minus local mean, in levels
   * @param residual sample minus predicted base, in 1/256 levels
   * @param first of the planes to write to
   * @param row where to write in them
   */
  public static void fill(int difference, int residual, float[][] planes, int first, int row) {
    planes[first][row] = ImageFeatures.clip(difference);
    planes[first + 1][row] = ImageFeatures.clip(residual >> 5);
    planes[first + 2][row] = Compander.compand(residual >> 6);
  }
}
