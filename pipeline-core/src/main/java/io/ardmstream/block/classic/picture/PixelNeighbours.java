package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.Hash;

/** The known neighbours of a sample in its plane; outside the block the nearest one stands in. */
final class PixelNeighbours {
  private final int width;
  private int x;
  private int y;
  int west;
  int north;
  int northWest;
  int northEast;
  int westWest;
  int northNorth;
  int northNorthEast;

  PixelNeighbours(int width) {
    this.width = width;
  }

  /** Looks around the sample at column x and row y. */
  void look(int[] plane, int column, int row) {
    x = column;
    y = row;
    int at = y * width + x;
    int first = x > 0 ? plane[at - 1] : 0;
    north = y > 0 ? plane[at - width] : first;
    west = x > 0 ? first : north;
    northWest = x > 0 && y > 0 ? plane[at - width - 1] : north;
    northEast = y > 0 && x + 1 < width ? plane[at - width + 1] : north;
    westWest = x > 1 ? plane[at - 2] : west;
    northNorth = y > 1 ? plane[at - 2 * width] : north;
    northNorthEast = y > 1 && x + 1 < width ? plane[at - 2 * width + 1] : northNorth;
  }

  /** The median of west, north and the plane through west, north and north-west. */
  int gradient() {
    return median(west, north, northWest);
  }

  /** The same of the difference between two planes, at the place last looked at. */
  int gradientOfDifference(int[] plane, int[] base) {
    int at = y * width + x;
    int first = x > 0 ? plane[at - 1] - base[at - 1] : 0;
    int above = y > 0 ? plane[at - width] - base[at - width] : first;
    int left = x > 0 ? first : above;
    int corner = x > 0 && y > 0 ? plane[at - width - 1] - base[at - width - 1] : above;
    return median(left, above, corner);
  }

  /** How much the neighbours differ. */
  int activity() {
    return distance(west, northWest) + distance(north, northWest) + distance(north, northEast);
  }

  /** How much they differ along the row, coarsely. */
  int horizontalRoughness() {
    return Hash.log(distance(west, westWest)) * 64 + Hash.log(distance(north, northEast));
  }

  /** How much they differ along the column, coarsely. */
  int verticalRoughness() {
    return Hash.log(distance(north, northNorth)) * 64 + Hash.log(distance(west, northWest));
  }

  private static int distance(int a, int b) {
    return Math.abs(a - b);
  }

  private static int median(int a, int b, int corner) {
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    return corner >= high ? low : corner <= low ? high : a + b - corner;
  }
}
