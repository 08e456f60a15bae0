package io.ardmstream.training.anyorder;

/**
 * The samples of a tile after the colour transform.
 *
 * @param values of its variables, 3 (width · y + x) + channel
 */
record Tile(int width, int height, byte[] values) {

  int value(int variable) {
    return values[variable] & 0xFF;
  }
}
