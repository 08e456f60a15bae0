package io.ardmstream.block.classic.picture;

import io.ardmstream.block.SampleRange;
import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.ContextMixer;
import io.ardmstream.mixing.Hash;
import io.ardmstream.mixing.SignedCoder;

/**
 * One pass over the pixels of a block, channel by channel, which encodes the samples or fills them
 * in. Each is predicted from its neighbours; the mixer sees the neighbours themselves, which suits
 * drawings, and how rough they are, which suits photographs.
 */
public final class ImagePass {
  private static final int INPUTS = 8;
  private static final int MOST_CHANNELS_APART = 4;
  private static final int ACTIVITIES = 16;

  private final SampleNeighbours around;
  private final int width;
  private final int height;
  private final int[][] planes;
  private final SampleRange range;
  private final int[] errors;
  private final ContextMixer mixer;
  private final SignedCoder coder;

  public ImagePass(
      int[][] planes, int width, SampleRange range, Prediction prediction, BitCoder port) {
    this.planes = planes;
    this.width = width;
    this.height = planes[0].length / width;
    this.range = range;
    this.around = new SampleNeighbours(planes, width, prediction);
    this.errors = new int[planes.length];
    int apart = Math.min(planes.length, MOST_CHANNELS_APART);
    int[] selectors = {apart * SignedCoder.KINDS, apart * ACTIVITIES};
    long samples = (long) planes.length * planes[0].length;
    mixer = new ContextMixer(INPUTS, samples, selectors);
    coder = new SignedCoder(port, mixer);
  }

  public void run() {
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
    int prediction = range.clip(around.predict(c, x, y));
    int activity = Math.min(ACTIVITIES - 1, Hash.log(around.pixels().activity()));
    int e1 = c > 0 ? errors[c - 1] : 0;
    int e2 = c > 1 ? errors[c - 2] : 0;
    around.contexts(mixer, c, at, prediction, activity, e1, e2);
    int first = Math.min(c, MOST_CHANNELS_APART - 1);
    int second = first * ACTIVITIES + activity;
    int error = coder.pass(range.wrap(plane[at] - prediction), first, second);
    errors[c] = error;
    plane[at] = range.wrapToRange(prediction + error);
  }
}
