package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.image.tile.ImageFeatures;

/** What the tile before had where a sample was then. Zeros if there is none. */
final class SampleBefore {
  private final int[] channels = new int[ImageFeatures.CHANNELS];
  private final ReferencePlanes reference;

  int here;
  int west;
  int east;
  int north;
  int south;

  /** Of the network, in 1/256. */
  int error;

  /** In 1/16. */
  int mean;

  /** The sample another tile before. */
  int earlier;

  /**
   * Samples of a tile.
   *
   * @param reference its planes; null if there is none
   */
  SampleBefore(ReferencePlanes reference) {
    this.reference = reference;
  }

  boolean exists() {
    return reference != null;
  }

  /**
   * How far the local opinion was off around a sample of the tile before, in 1/256 of an 8-bit
   * level: the mean over three by three, in which the nearer count more.
   */
  int missAround(int channel, int at) {
    int[] misses = reference.misses()[channel];
    int above = at - reference.stride();
    int below = at + reference.stride();
    int beside = misses[at - 1] + misses[at + 1] + misses[above] + misses[below];
    int corners =
        misses[above - 1] + misses[above + 1] + misses[below - 1] + misses[below + 1] >> 1;
    return 2 * misses[at] + beside + corners >> 3;
  }

  /** Looks at the sample of a channel at an index of the planes. */
  void look(int channel, int at) {
    int[] values = reference.values()[channel];
    here = values[at];
    west = values[at - 1];
    east = values[at + 1];
    north = values[at - reference.stride()];
    south = values[at + reference.stride()];
    error = reference.errors()[channel][at];
    mean = reference.means()[channel][at];
    earlier = reference.before()[channel][at];
    for (int k = 1; k <= channel; k++) {
      channels[k] = reference.values()[channel - k][at];
    }
  }

  /** The sample of an earlier channel, counted from 1 for the one before. */
  int channel(int distance) {
    return channels[distance];
  }
}
