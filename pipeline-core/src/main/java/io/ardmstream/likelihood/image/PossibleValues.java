package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.transform.image.ColourTransform;

/** Which values a sample of a tile can have, once the earlier channels of its pixel are known. */
final class PossibleValues {
  private final ColourTile tile;
  private final boolean bounded;
  private final int half;

  /** The first one. */
  int from;

  /** They end before this one. */
  int to;

  private int least;

  PossibleValues(ColourTile tile) {
    this.tile = tile;
    bounded = tile.channels() == 1 || tile.colours() == ColourTransform.SUBTRACT_GREEN;
    half = 1 << tile.depth() - 1;
  }

  /**
   * Looks at a sample.
   *
   * @param green what its value lacks to be that of the colour
   */
  void look(int channel, int green) {
    least = tile.least(channel);
    boolean isBounded = bounded || channel == 0;
    from = isBounded ? -half - green - least : 0;
    to = isBounded ? from + 2 * half : tile.cardinality(channel);
  }

  /** The possible value that is nearest to a sample in 1/256. */
  int nearest(long sample) {
    return (int) Math.max(from, Math.min(to - 1, (sample + 128 >> 8) - least));
  }
}
