package io.ardmstream.likelihood.image.tile;

import io.ardmstream.transform.image.ColourTransform;
import java.util.Arrays;

/**
 * What is known around a sample of a tile: its channel's neighbours, and the earlier channels'
 * values here and around. Values are those of colours where the transform subtracted green.
 *
 * <p>All lie to the west, or above and at most one column to the east, or in an earlier channel: a
 * wavefront of slope 2 or more codes them before.
 */
public final class TileNeighbours {
  /** Taps of an earlier channel. */
  public static final int TAPS = 5;

  private final CausalCanvas canvas;
  private final int[][] own;
  private final int[][] earlier;
  private final int stride;
  private final boolean subtracted;

  public int west;
  public int north;
  public int northWest;
  public int northEast;
  public int westWest;
  public int northNorth;
  public int northNorthEast;

  private final int[][] before = new int[ImageFeatures.CHANNELS][TAPS];

  /** Of a tile whose planes are its channels. */
  public TileNeighbours(ColourTile tile) {
    canvas = tile.canvas();
    stride = canvas.stride();
    subtracted = tile.colours() == ColourTransform.SUBTRACT_GREEN;
    own = new int[canvas.channels()][];
    Arrays.setAll(own, canvas::cells);
    earlier = own;
  }

  /**
   * Of a tile that has several planes in its only channel.
   *
   * @param earlier what later planes see of each plane, by the canvas's index
   */
  public TileNeighbours(ColourTile tile, int[][] earlier) {
    canvas = tile.canvas();
    stride = canvas.stride();
    subtracted = false;
    own = new int[earlier.length][];
    Arrays.fill(own, canvas.cells(0));
    this.earlier = earlier;
  }

  /** Looks around the sample at an index of the canvas. */
  public void look(int channel, int at) {
    west = value(own[channel], channel, at - 1);
    north = value(own[channel], channel, at - stride);
    northWest = value(own[channel], channel, at - stride - 1);
    northEast = value(own[channel], channel, at - stride + 1);
    westWest = value(own[channel], channel, at - 2);
    northNorth = value(own[channel], channel, at - 2 * stride);
    northNorthEast = value(own[channel], channel, at - 2 * stride + 1);
    for (int distance = 1; distance <= channel; distance++) {
      int[] cells = earlier[channel - distance];
      int plane = channel - distance;
      int[] values = before[distance];
      values[0] = value(cells, plane, at);
      values[1] = value(cells, plane, at - 1);
      values[2] = value(cells, plane, at - stride);
      values[3] = value(cells, plane, at - stride - 1);
      values[4] = value(cells, plane, at - stride + 1);
    }
    for (int distance = channel + 1; distance < before.length; distance++) {
      Arrays.fill(before[distance], 0);
    }
  }

  /**
   * A value of an earlier channel, 0 if there is none.
   *
   * @param distance how many channels before, from 1
   * @param tap 0 here, 1 west, 2 north, 3 north-west, 4 north-east
   */
  public int before(int distance, int tap) {
    return before[distance][tap];
  }

  /** What the value of a channel lacks to be that of the colour. */
  public int green(int channel, int at) {
    return subtracted && channel > 0 ? canvas.cells(0)[at] : 0;
  }

  private int value(int[] cells, int channel, int at) {
    return cells[at] + green(channel, at);
  }
}
