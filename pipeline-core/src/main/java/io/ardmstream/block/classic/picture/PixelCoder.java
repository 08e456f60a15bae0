package io.ardmstream.block.classic.picture;

import static io.ardmstream.mixing.Hash.mix;

import io.ardmstream.block.SampleRange;
import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.Hash;
import io.ardmstream.mixing.Mixer;
import io.ardmstream.mixing.SignedCoder;

/**
 * Passes the samples of pixels, channel by channel. Each is predicted from its neighbours; the
 * mixer sees the neighbours themselves, how rough they are, and how wrong predictions were around.
 */
final class PixelCoder {
  /** Contexts of a sample. */
  static final int INPUTS = 13;

  /** Channels that the mixer tells apart. */
  static final int MOST_CHANNELS_APART = 4;

  /** Degrees of roughness that it tells apart. */
  static final int ACTIVITIES = 16;

  private final int[][] planes;
  private final int width;
  private final SampleRange range;
  private final SampleNeighbours around;
  private final PixelErrors[] errors;
  private final Mixer mixer;
  private final SignedCoder coder;

  /**
   * A coder of the samples of a block.
   *
   * @param mixers where its mixer comes from
   */
  PixelCoder(
      int[][] planes,
      int width,
      SampleRange range,
      Prediction prediction,
      Mixers mixers,
      BitCoder port) {
    this.planes = planes;
    this.width = width;
    this.range = range;
    around = new SampleNeighbours(planes, width, prediction);
    errors = new PixelErrors[planes.length];
    for (int c = 0; c < planes.length; c++) {
      errors[c] = new PixelErrors(width);
    }
    mixer = mixers.ofSamples(planes.length, (long) planes.length * planes[0].length);
    coder = new SignedCoder(port, mixer);
  }

  /** Passes all pixels in turn. */
  void run() {
    for (int at = 0; at < planes[0].length; at++) {
      pixel(at, -1);
    }
  }

  /**
   * Passes the samples of one pixel.
   *
   * @param candidate another one whose colour it likely resembles, negative if there is none
   */
  void pixel(int at, int candidate) {
    for (int c = 0; c < planes.length; c++) {
      sample(c, at, candidate < 0 ? 0 : planes[c][candidate]);
    }
  }

  /** Takes note of a pixel that was passed in another way. */
  void skip(int at) {
    for (PixelErrors channel : errors) {
      channel.set(at % width, at / width, 0);
    }
  }

  private void sample(int c, int at, int candidate) {
    int[] plane = planes[c];
    int x = at % width;
    int y = at / width;
    int prediction = range.clip(around.predict(c, x, y));
    int activity = Math.min(ACTIVITIES - 1, Hash.log(around.pixels().activity()));
    contexts(c, at, prediction, activity, candidate);
    int first = Math.min(c, MOST_CHANNELS_APART - 1);
    int error =
        coder.pass(range.wrap(plane[at] - prediction), first, first * ACTIVITIES + activity);
    errors[c].set(x, y, error);
    plane[at] = range.wrapToRange(prediction + error);
  }

  private void contexts(int c, int at, int prediction, int activity, int candidate) {
    int x = at % width;
    int y = at / width;
    int e1 = c > 0 ? errors[c - 1].get(x, y) : 0;
    int e2 = c > 1 ? errors[c - 2].get(x, y) : 0;
    int v1 = c > 0 ? planes[c - 1][at] : 0;
    PixelNeighbours p = around.pixels();
    around.contexts(mixer, c, at, prediction, activity, e1, e2);
    errors[c].look(x, y);
    int energy = errors[c].energy();
    int slopes =
        mix(
            c + 900,
            p.west + p.northEast - p.north - prediction,
            p.north + p.northEast - p.northNorthEast - prediction);
    mixer.context(8, mix(c + 500, energy, SampleNeighbours.earlier(e1, e2)));
    mixer.context(9, mix(mix(c + 600, energy, activity), errors[c].west(), errors[c].north()));
    mixer.context(10, mix(mix(c + 700, candidate, prediction), v1, 6));
    mixer.context(11, mix(c + 800, prediction, 7));
    mixer.context(12, mix(slopes, activity, e1));
  }
}
