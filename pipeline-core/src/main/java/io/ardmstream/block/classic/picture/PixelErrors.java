package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.Hash;

/** How wrong the predictions of a channel were in this row and in the one above. */
final class PixelErrors {
  private final int width;
  private final int[] rows;
  private int west;
  private int north;
  private int northWest;
  private int northEast;

  PixelErrors(int width) {
    this.width = width;
    rows = new int[2 * width];
  }

  /** Looks around the sample at column x and row y; outside the block the nearest stands in. */
  void look(int x, int y) {
    int here = at(x, y);
    int above = at(x, y - 1);
    west = x > 0 ? rows[here - 1] : 0;
    north = y > 0 ? rows[above] : west;
    northWest = x > 0 && y > 0 ? rows[above - 1] : north;
    northEast = y > 0 && x + 1 < width ? rows[above + 1] : north;
  }

  /** How wrong they were around, coarsely. */
  int energy() {
    int near = Math.abs(west) + Math.abs(north);
    return Hash.fineLog(2 * near + Math.abs(northWest) + Math.abs(northEast));
  }

  /** Sign and magnitude of the error to the west, coarsely. */
  int west() {
    return coarse(west);
  }

  /** Sign and magnitude of the error to the north, coarsely. */
  int north() {
    return coarse(north);
  }

  int get(int x, int y) {
    return rows[at(x, y)];
  }

  void set(int x, int y, int error) {
    rows[at(x, y)] = error;
  }

  private int at(int x, int y) {
    return (y & 1) * width + x;
  }

  private static int coarse(int error) {
    return 2 * Hash.log(Math.abs(error)) + (error < 0 ? 1 : 0);
  }
}
