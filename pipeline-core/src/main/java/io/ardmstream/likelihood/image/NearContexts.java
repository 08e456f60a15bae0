package io.ardmstream.likelihood.image;

import static io.ardmstream.mixing.Hash.fineLog;
import static io.ardmstream.mixing.Hash.log;
import static io.ardmstream.mixing.Hash.mix;
import static java.lang.Math.abs;

import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.TileNeighbours;
import io.ardmstream.mixing.DecisionModel;

/**
 * The contexts that all thorough mixers of pixels begin with: which values go with those of the
 * earlier channels, how the neighbours lie around the expected one, and how wrong it was there.
 * They are those from 0 to 3.
 */
final class NearContexts {
  private final TileNeighbours around;
  private final int stride;

  /** How far samples lay from the expected value, by index. */
  private final int[][] errors;

  /** Errors to the west and north, and of the channel before and of the one before that. */
  int west;

  int north;
  int earlier1;
  int earlier2;

  /** Errors around, and those of the earlier channels, coarsely. */
  int energy;

  int earlier;

  /** Values of the channel before and of the one before that. */
  int value1;

  int value2;

  /** The neighbours' distances from the expected value. */
  int fromExpectedWest;

  int fromExpectedNorth;

  /** Hash of the nearest neighbours. */
  int close;

  NearContexts(ColourTile tile, TileNeighbours around) {
    this(tile, around, tile.channels());
  }

  /** Of a tile that has several planes in a channel. */
  NearContexts(ColourTile tile, TileNeighbours around, int planes) {
    this.around = around;
    stride = tile.canvas().stride();
    errors = new int[planes][tile.canvas().cells(0).length];
  }

  /** Sets the contexts of the sample that is looked at. */
  void set(DecisionModel mixer, int channel, int at, int expected) {
    int[] own = errors[channel];
    west = own[at - 1];
    north = own[at - stride];
    int corners = abs(own[at - stride - 1]) + abs(own[at - stride + 1]);
    energy = fineLog(2 * (abs(west) + abs(north)) + corners);
    earlier1 = channel > 0 ? errors[channel - 1][at] : 0;
    earlier2 = channel > 1 ? errors[channel - 2][at] : 0;
    earlier = log(abs(earlier1)) * 64 + log(abs(earlier2));
    value1 = around.before(1, 0);
    value2 = around.before(2, 0);
    fromExpectedWest = around.west - expected;
    fromExpectedNorth = around.north - expected;
    close = mix(channel + 1, around.west, around.north);
    int fromWest = value1 - around.before(1, 1);
    int fromNorth = value1 - around.before(1, 2);
    mixer.context(0, mix(mix(channel + 100, value1, value2), expected, 0));
    mixer.context(1, mix(mix(close, value1, value2), expected, 4));
    mixer.context(2, mix(channel + 200, energy, earlier));
    int change = mix(channel + 300, fromExpectedWest, fromExpectedNorth);
    mixer.context(3, mix(change, fromWest, fromNorth));
  }

  /** How far samples lay from the expected value, by index. */
  int[][] errors() {
    return errors;
  }

  /** Takes in how far a sample lay from the expected value. */
  void learn(int channel, int at, int error) {
    errors[channel][at] = error;
  }
}
