package io.ardmstream.likelihood.image;

import static io.ardmstream.mixing.Hash.log;
import static io.ardmstream.mixing.Hash.mix;
import static java.lang.Math.abs;

import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.mixing.SituationMixer;

/**
 * The contexts of what the tile before had in the place of a sample, and of how its neighbours have
 * changed since: those from 4 to 9.
 */
final class LeaningContexts {
  /** The number of the context after them. */
  static final int END = 10;

  /** Stands for the distance from a sample before that does not exist. */
  static final int NONE = 99;

  private final SampleBefore before;
  private final int stride;

  /** What samples differ by from those before, by index. */
  private final int[][] changes;

  LeaningContexts(ColourTile tile, int planes, SampleBefore before) {
    this.before = before;
    stride = tile.canvas().stride();
    changes = new int[planes][tile.canvas().cells(0).length];
  }

  /** Sets the contexts of the sample that is looked at, and the situation it is in. */
  void set(SituationMixer mixer, int channel, int at, int expected, int scale) {
    int[] own = changes[channel];
    int west = own[at - 1];
    int north = own[at - stride];
    int c1 = channel > 0 ? changes[channel - 1][at] : 0;
    int c2 = channel > 1 ? changes[channel - 2][at] : 0;
    int distance = before.exists() ? before.here - expected : NONE;
    int alike = alike(channel, at);
    mixer.context(4, mix(mix(channel + 1300, distance, west), north, c1));
    int restless = Math.min(15, log(abs(west) + abs(north)));
    mixer.context(5, mix(mix(channel + 1400, distance + (west + north >> 1), restless), c1, 0));
    mixer.context(6, mix(mix(channel + 1500, alike, coarse(distance)), coarse(c1), flat()));
    int toEast = before.east - before.here;
    int toSouth = before.south - before.here;
    mixer.context(7, mix(mix(channel + 1600, distance, toEast), toSouth, 2));
    int fromMean = before.mean - (expected << ReferencePlanes.MEAN_BITS) >> 3;
    mixer.context(8, mix(mix(channel + 1700, distance, fromMean), scale, 3));
    mixer.context(9, mix(mix(channel + 1800, expected, before.here), c1, c2));
    mixer.sample(channel, scale, situation(distance, alike));
  }

  /** What samples differ by from those before, by index. */
  int[][] changes() {
    return changes;
  }

  /** Takes in a value, to which what it lacks to be that of the colour was added. */
  void learn(int channel, int at, int value) {
    changes[channel][at] = before.exists() ? value - before.here : 0;
  }

  /** Which neighbours are as they were before, as bits. */
  private int alike(int channel, int at) {
    int[] own = changes[channel];
    int bits = bit(own[at - 1], 0) | bit(own[at - stride], 1);
    bits |= bit(own[at - stride - 1], 2) | bit(own[at - stride + 1], 3);
    bits |= bit(channel > 0 ? changes[channel - 1][at] : own[at - 2], 4);
    return bits | bit(channel > 1 ? changes[channel - 2][at] : before.earlier - before.here, 5);
  }

  /** Which samples around were equal in the tile before, as bits. */
  private int flat() {
    return bit(before.earlier - before.here, 0)
        | bit(before.west - before.here, 1)
        | bit(before.east - before.here, 2)
        | bit(before.north - before.here, 3)
        | bit(before.south - before.here, 4);
  }

  private static int bit(int difference, int number) {
    return difference == 0 ? 1 << number : 0;
  }

  private int situation(int distance, int alike) {
    if (!before.exists()) {
      return 0;
    }
    int neighbours = Integer.bitCount(alike & 15);
    int few = neighbours == 4 ? 3 : neighbours == 3 ? 2 : neighbours > 0 ? 1 : 0;
    return Math.min(3, log(abs(distance))) * 16 + few * 4 + (alike >> 4);
  }

  /** Sign and magnitude, exactly if small. */
  private static int coarse(int difference) {
    int magnitude = abs(difference);
    int level = magnitude < 4 ? magnitude : 2 + log(magnitude - 1);
    return difference < 0 ? -level : level;
  }
}
