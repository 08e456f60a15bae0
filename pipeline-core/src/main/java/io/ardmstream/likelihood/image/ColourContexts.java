package io.ardmstream.likelihood.image;

import static io.ardmstream.mixing.Hash.mix;

import io.ardmstream.likelihood.image.tile.TileNeighbours;
import io.ardmstream.mixing.SituationMixer;

/**
 * The contexts of the colours around: 10, and 1 and 7 in place of those that are made without
 * colours, which say little beside them. Of decoded video, whose planes of colour have half the
 * rows and columns, what a channel has above the one before is the same in a whole square of four
 * samples, so that it matters which of them one is.
 */
final class ColourContexts {
  /** The number of the context after them. */
  static final int END = 11;

  private final TileNeighbours around;
  private final SampleBefore before;

  ColourContexts(TileNeighbours around, SampleBefore before) {
    this.around = around;
    this.before = before;
  }

  /**
   * Sets the contexts of the sample that is looked at.
   *
   * @param corner where in a square of four it lies
   * @param pastScale of what the local opinion missed around it in the tile before
   */
  void set(SituationMixer mixer, int channel, int expected, int corner, int pastScale) {
    int west = around.west - expected;
    int north = around.north - expected;
    if (channel == 0) {
      int then = before.exists() ? before.here - expected : LeaningContexts.NONE;
      mixer.context(1, mix(mix(1900, expected, around.west), around.north, corner));
      mixer.context(7, mix(mix(2000, expected, before.here), around.west, 5));
      mixer.context(10, mix(mix(2100, west, north), then, 7));
    } else {
      int value = around.before(1, 0);
      int colourWest = around.west - around.before(1, 1);
      int toWest = west - around.before(1, 1) + value;
      int toNorth = north - around.before(1, 2) + value;
      int toThen =
          before.exists()
              ? before.here - before.channel(1) + value - expected
              : LeaningContexts.NONE;
      mixer.context(1, mix(mix(channel + 1900, colourWest, value), corner, 0));
      int above = value - around.before(2, 0);
      mixer.context(7, mix(mix(channel + 2000, expected, above), colourWest, corner));
      mixer.context(10, mix(mix(channel + 2100, toWest, toNorth), toThen, corner));
    }
    mixer.past(corner, pastScale);
  }
}
