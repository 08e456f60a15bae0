package io.ardmstream.likelihood.anyorder;

import java.util.Arrays;

/**
 * A tile of three channels as far as it is known: every sample lies in an interval of values, at
 * first of all of them. The tile lies at the top left of a canvas of {@value #SIDE} × {@value
 * #SIDE}.
 */
public final class PartialTile {

  /** Largest width and height. */
  public static final int SIDE = 32;

  /** Positions of the canvas. */
  public static final int POSITIONS = SIDE * SIDE;

  /** Channels of every tile. */
  public static final int CHANNELS = 3;

  /** Values of a sample. */
  public static final int CARDINALITY = 256;

  private final int width;
  private final int height;
  private final int[] first = new int[CHANNELS * POSITIONS];
  private final int[] span = new int[CHANNELS * POSITIONS];

  /**
   * A tile of which nothing is known.
   *
   * @param width 1 to {@value #SIDE}
   * @param height 1 to {@value #SIDE}
   */
  public PartialTile(int width, int height) {
    this.width = width;
    this.height = height;
    for (int variable = 0; variable < variables(); variable++) {
      span[cell(variable)] = CARDINALITY;
    }
  }

  /** How many samples it has. */
  public int variables() {
    return CHANNELS * width * height;
  }

  /**
   * Where a sample lies in the arrays: 3 (width · y + x) + channel becomes a cell of the canvas.
   */
  public int cell(int variable) {
    int position = variable / CHANNELS;
    return variable % CHANNELS * POSITIONS + position / width * SIDE + position % width;
  }

  /** A sample is one of {@code values} from {@code least} on. */
  public void know(int cell, int least, int values) {
    first[cell] = least;
    span[cell] = values;
  }

  /** Least value that a sample may have. */
  int first(int cell) {
    return first[cell];
  }

  /** How many values a sample may have; 0 outside of the tile. */
  int span(int cell) {
    return span[cell];
  }

  /** Whether nothing of a sample is known, or it is none. */
  boolean unknown(int cell) {
    return span[cell] == 0 || span[cell] == CARDINALITY;
  }

  /** Forgets everything. */
  public void clear() {
    Arrays.fill(first, 0);
    for (int cell = 0; cell < span.length; cell++) {
      span[cell] = span[cell] == 0 ? 0 : CARDINALITY;
    }
  }
}
