package io.ardmstream.block.classic.audio;

import static io.ardmstream.mixing.Hash.mix;

import io.ardmstream.block.SampleRange;
import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.ContextMixer;
import io.ardmstream.mixing.SignedCoder;

/**
 * One pass over the frames of a block, channel by channel, which encodes the samples or fills them
 * in. A sample's difference from the one before goes through a filter over its own and the
 * neighbouring channel's past, what is left through a short one; the mixer sees how loud the errors
 * have been.
 */
public final class AudioPass {
  private static final int INPUTS = 7;
  private static final int MOST_CHANNELS_APART = 2;
  private static final int LOUDNESSES = 128;

  private final int[][] planes;
  private final SampleRange range;
  private final AudioPredictor[] predictors;
  private final ContextMixer mixer;
  private final SignedCoder coder;

  public AudioPass(int[][] planes, SampleRange range, BitCoder port) {
    this.planes = planes;
    this.range = range;
    predictors = new AudioPredictor[planes.length];
    for (int c = 0; c < planes.length; c++) {
      predictors[c] = new AudioPredictor(Math.max(0, range.bitDepth() - 20));
    }
    int apart = Math.min(planes.length, MOST_CHANNELS_APART);
    int[] selectors = {apart * SignedCoder.KINDS, LOUDNESSES};
    long samples = (long) planes.length * planes[0].length;
    mixer = new ContextMixer(INPUTS, samples, selectors);
    coder = new SignedCoder(port, mixer);
  }

  public void run() {
    for (int t = 0; t < planes[0].length; t++) {
      for (int c = 0; c < planes.length; c++) {
        sample(c, t);
      }
    }
  }

  private void sample(int c, int t) {
    int[] plane = planes[c];
    AudioPredictor own = predictors[c];
    AudioPredictor other = predictors[c > 0 ? c - 1 : planes.length - 1];
    int prediction = range.clip(own.predict(other));
    contexts(c, own, other, t > 0 ? plane[t - 1] : 0, prediction);
    int first = Math.min(c, MOST_CHANNELS_APART - 1);
    int second = Math.min(LOUDNESSES - 1, own.loudness.middle());
    int error = coder.pass(range.wrap(plane[t] - prediction), first, second);
    plane[t] = range.wrapToRange(prediction + error);
    own.learn(plane[t]);
    own.loudness.hear(error);
  }

  private void contexts(
      int c, AudioPredictor own, AudioPredictor other, int before, int prediction) {
    ErrorLoudness loud = own.loudness;
    int neighbour = planes.length > 1 ? other.loudness.latest() : 0;
    mixer.context(0, mix(c + 1, loud.brief(), loud.middle()));
    mixer.context(1, mix(c + 100, loud.middle(), loud.lasting()));
    mixer.context(2, mix(c + 200, loud.latest(), loud.secondLatest()));
    mixer.context(3, mix(c + 300, neighbour, loud.brief()));
    mixer.context(4, mix(c + 400, loud.lasting(), 0));
    mixer.context(5, mix(c + 500, before, prediction));
    mixer.context(6, mix(c + 600, loud.middle(), neighbour));
  }
}
