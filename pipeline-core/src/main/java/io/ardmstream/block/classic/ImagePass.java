package io.ardmstream.block.classic;

import static io.ardmstream.block.classic.Hash.mix;

/**
 * One pass over the pixels of a block, channel by channel, which encodes the samples or fills them
 * in. Each is predicted from its neighbours; the mixer sees the neighbours themselves, which suits
 * drawings, and how rough they are, which suits photographs.
 */
final class ImagePass {
  private static final int INPUTS = 8;
  private static final int MOST_CHANNELS_APART = 4;
  private static final int ACTIVITIES = 16;

  private final PixelNeighbours pixels;
  private final int width;
  private final int height;
  private final int[][] planes;
  private final SampleRange range;
  private final boolean relative;
  private final int[] errors;
  private final ContextMixer mixer;
  private final SignedCoder coder;

  /**
   * A pass that has not begun.
   *
   * @param relative whether the second and third channel are predicted by their difference from the
   *     one before
   */
  ImagePass(int[][] planes, int width, SampleRange range, boolean relative, BitPort port) {
    this.planes = planes;
    this.width = width;
    this.height = planes[0].length / width;
    this.range = range;
    this.relative = relative;
    this.pixels = new PixelNeighbours(width);
    this.errors = new int[planes.length];
    int apart = Math.min(planes.length, MOST_CHANNELS_APART);
    int[] selectors = {apart * SignedCoder.KINDS, apart * ACTIVITIES};
    long samples = (long) planes.length * planes[0].length;
    mixer = new ContextMixer(INPUTS, samples, selectors);
    coder = new SignedCoder(port, mixer);
  }

  void run() {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < planes.length; c++) {
          sample(c, x, y);
        }
      }
    }
  }

  private void sample(int c, int x, int y) {
    int[] plane = planes[c];
    int at = y * width + x;
    int prediction = range.clip(predict(c, x, y));
    pixels.look(plane, x, y);
    int activity = Math.min(ACTIVITIES - 1, Hash.log(pixels.activity()));
    contexts(c, at, prediction, activity);
    int first = Math.min(c, MOST_CHANNELS_APART - 1);
    int second = first * ACTIVITIES + activity;
    int error = coder.pass(range.wrap(plane[at] - prediction), first, second);
    errors[c] = error;
    plane[at] = range.wrapToRange(prediction + error);
  }

  private int predict(int c, int x, int y) {
    pixels.look(planes[c], x, y);
    int own = pixels.gradient();
    if (!relative || c == 0 || c > 2) {
      return own;
    }
    return planes[c - 1][y * width + x] + pixels.gradientOfDifference(planes[c], planes[c - 1]);
  }

  private void contexts(int c, int at, int prediction, int activity) {
    int e1 = c > 0 ? errors[c - 1] : 0;
    int e2 = c > 1 ? errors[c - 2] : 0;
    int v1 = c > 0 ? planes[c - 1][at] : 0;
    int v2 = c > 1 ? planes[c - 2][at] : 0;
    PixelNeighbours p = pixels;
    int close = mix(c + 1, p.west, p.north);
    int four = mix(close, p.northWest, p.northEast);
    int earlier = Hash.log(Math.abs(e1)) * 64 + Hash.log(Math.abs(e2));
    mixer.context(0, mix(close, prediction, 1));
    mixer.context(1, mix(four, prediction, 2));
    mixer.context(2, mix(mix(four, p.westWest, p.northNorth), mix(v1, v2, 3), prediction));
    mixer.context(3, mix(c + 100, activity, earlier));
    mixer.context(4, mix(c + 200, e1, e2 * 16 + activity));
    mixer.context(5, mix(mix(c + 300, v1, v2), prediction, 0));
    mixer.context(6, mix(mix(close, v1, v2), prediction, 4));
    mixer.context(7, mix(c + 400, p.horizontalRoughness(), p.verticalRoughness()));
  }
}
