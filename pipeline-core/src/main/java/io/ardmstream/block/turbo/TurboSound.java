package io.ardmstream.block.turbo;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import java.util.Arrays;

/**
 * Passes the samples of sound, stretch by stretch and in each of them frame by frame. A linear
 * predictor for the stretch comes first; what it leaves is predicted once more, from what it left
 * of this channel and of the one before.
 */
final class TurboSound {
  /** Frames of a stretch; the last one of a block has the rest. */
  static final int STRETCH = 4096;

  /** Channels that have contexts of their own; later ones share those of the last. */
  private static final int CONTEXT_SETS = 2;

  private static final int WEIGHT_CONTEXTS = CONTEXT_SETS * RecentErrors.CONTEXTS;
  private static final int CONTEXTS = WEIGHT_CONTEXTS + RecentErrors.CONTEXTS;

  /** Zeros before each series. */
  static final int MARGIN = LinearPredictor.MOST;

  private final int frames;
  private final int channels;
  private final int least;
  private final int greatest;
  private final int[][] series;
  private final int[][] left;
  private final int[] silence;
  private final SignTaps[] taps;
  private final RecentErrors[] loudness;
  private final LinearPredictor[] predictors;

  /** A pass over series that are all zeros. */
  TurboSound(BlockLayout layout) {
    frames = layout.width();
    channels = layout.channels();
    SampleRange range = SampleRange.of(layout);
    int low = range.clip(Long.MIN_VALUE);
    int high = range.clip(Long.MAX_VALUE);
    least = low - high;
    greatest = high - low;
    series = new int[channels][MARGIN + frames];
    left = new int[channels][MARGIN + frames];
    silence = new int[MARGIN + frames];
    taps = new SignTaps[channels];
    loudness = new RecentErrors[channels];
    predictors = new LinearPredictor[channels];
    for (int c = 0; c < channels; c++) {
      taps[c] = new SignTaps();
      loudness[c] = new RecentErrors();
    }
  }

  static ErrorEncoder encoder(int samples) {
    return new ErrorEncoder(CONTEXTS, RecentErrors::level, samples);
  }

  static ErrorDecoder decoder(byte[] bytes) {
    return new ErrorDecoder(CONTEXTS, RecentErrors::level, bytes);
  }

  /** The series of a channel; its samples begin at the index {@link #MARGIN}. */
  int[] series(int channel) {
    return series[channel];
  }

  /** Passes all series, which are known. */
  void encode(ErrorEncoder coder) {
    StretchAnalysis analysis = new StretchAnalysis(LinearPredictor.MOST);
    for (int from = 0; from < frames; from += STRETCH) {
      int length = Math.min(STRETCH, frames - from);
      for (int c = 0; c < channels; c++) {
        predictors[c] = analysis.look(series[c], MARGIN + from, length).predictor();
      }
      stretch(coder, from, length);
    }
  }

  /** Fills all series with what is passed. */
  void decode(ErrorDecoder coder) {
    LinearPredictor unknown = new LinearPredictor(new int[0]);
    for (int from = 0; from < frames; from += STRETCH) {
      Arrays.fill(predictors, unknown);
      stretch(coder, from, Math.min(STRETCH, frames - from));
    }
  }

  private void stretch(ErrorCoder coder, int from, int length) {
    for (int c = 0; c < channels; c++) {
      predictors[c] = LinearPredictor.pass(coder, predictors[c], WEIGHT_CONTEXTS);
    }
    for (int i = MARGIN + from; i < MARGIN + from + length; i++) {
      for (int c = 0; c < channels; c++) {
        sample(coder, c, i);
      }
    }
  }

  private void sample(ErrorCoder coder, int c, int at) {
    int[] samples = series[c];
    int[] own = left[c];
    int[] other = channels == 1 ? silence : left[c == 0 ? channels - 1 : c - 1];
    int ownFrom = at - SignTaps.OWN;
    int otherFrom = at - SignTaps.ACROSS + (c == 0 ? 0 : 1);
    int smooth = predictors[c].predict(samples, at);
    int rest = taps[c].predict(own, ownFrom, other, otherFrom);
    int expected = clamp((long) smooth + rest);
    int context = Math.min(c, CONTEXT_SETS - 1) * RecentErrors.CONTEXTS + loudness[c].context();
    int sample = clamp((long) expected + coder.code(context, samples[at] - expected));
    samples[at] = sample;
    own[at] = sample - smooth;
    taps[c].learn(own, ownFrom, other, otherFrom, own[at] - rest);
    loudness[c].hear(sample - expected);
  }

  private int clamp(long value) {
    return (int) Math.max(least, Math.min(greatest, value));
  }
}
