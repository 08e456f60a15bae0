package io.ardmstream.block.classic.picture;

import static io.ardmstream.mixing.Hash.mix;

import io.ardmstream.mixing.Hash;
import io.ardmstream.mixing.Mixer;

/** What is known around a sample of an image: its prediction, and the contexts that all share. */
final class SampleNeighbours {
  private final int[][] planes;
  private final int width;
  private final Prediction prediction;
  private final PixelNeighbours pixels;

  SampleNeighbours(int[][] planes, int width, Prediction prediction) {
    this.planes = planes;
    this.width = width;
    this.prediction = prediction;
    this.pixels = new PixelNeighbours(width);
  }

  /** Looks at a sample and predicts it. */
  int predict(int c, int x, int y) {
    pixels.look(planes[c], x, y);
    if (prediction == Prediction.NONE) {
      return 0;
    }
    if (prediction == Prediction.ALONE || c == 0 || c > 2) {
      return pixels.gradient();
    }
    return planes[c - 1][y * width + x] + pixels.gradientOfDifference(planes[c], planes[c - 1]);
  }

  /** The neighbours of the sample last looked at. */
  PixelNeighbours pixels() {
    return pixels;
  }

  /**
   * Sets contexts 0 to 7.
   *
   * @param activity how rough the neighbours are
   * @param e1 error of the channel before, 0 if there is none
   * @param e2 error of the one before that
   */
  void contexts(Mixer mixer, int c, int at, int prediction, int activity, int e1, int e2) {
    int v1 = c > 0 ? planes[c - 1][at] : 0;
    int v2 = c > 1 ? planes[c - 2][at] : 0;
    PixelNeighbours p = pixels;
    int close = mix(c + 1, p.west, p.north);
    int four = mix(close, p.northWest, p.northEast);
    mixer.context(0, mix(close, prediction, 1));
    mixer.context(1, mix(four, prediction, 2));
    mixer.context(2, mix(mix(four, p.westWest, p.northNorth), mix(v1, v2, 3), prediction));
    mixer.context(3, mix(c + 100, activity, earlier(e1, e2)));
    mixer.context(4, mix(c + 200, e1, e2 * 16 + activity));
    mixer.context(5, mix(mix(c + 300, v1, v2), prediction, 0));
    mixer.context(6, mix(mix(close, v1, v2), prediction, 4));
    mixer.context(7, mix(c + 400, p.horizontalRoughness(), p.verticalRoughness()));
  }

  /** How wrong the predictions of the channels before were. */
  static int earlier(int e1, int e2) {
    return Hash.log(Math.abs(e1)) * 64 + Hash.log(Math.abs(e2));
  }
}
