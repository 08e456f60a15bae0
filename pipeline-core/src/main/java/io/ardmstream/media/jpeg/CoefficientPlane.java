package io.ardmstream.media.jpeg;

import java.util.Arrays;

/**
 * The quantised DCT coefficients of one component of an image.
 *
 * @param blocksWide blocks in a row, at least 1
 * @param blocksHigh rows of blocks, at least 1
 * @param component which component of its image, from 0
 * @param quantiser 64 steps, at least 1 each, at {@code v * 8 + u} for u the horizontal frequency
 * @param coefficients of one block after the other in rows, each at {@code block * 64 + v * 8 + u};
 *     not copied
 */
public record CoefficientPlane(
    int blocksWide, int blocksHigh, int component, int[] quantiser, short[] coefficients) {

  /** Coefficients of a block. */
  public static final int BLOCK = 64;

  /** A plane of zeros of this shape. */
  static CoefficientPlane blank(int blocksWide, int blocksHigh, int component, int[] quantiser) {
    short[] zeros = new short[blocksWide * blocksHigh * BLOCK];
    return new CoefficientPlane(blocksWide, blocksHigh, component, quantiser, zeros);
  }

  /** Blocks of the plane. */
  public int blocks() {
    return blocksWide * blocksHigh;
  }

  /** A copy of rows of blocks, from one up to another one exclusive. */
  public CoefficientPlane rows(int from, int to) {
    int row = blocksWide * BLOCK;
    short[] part = Arrays.copyOfRange(coefficients, from * row, to * row);
    return new CoefficientPlane(blocksWide, to - from, component, quantiser, part);
  }
}
