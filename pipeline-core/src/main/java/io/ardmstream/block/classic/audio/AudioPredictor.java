package io.ardmstream.block.classic.audio;

/** Predicts the samples of one audio channel. */
final class AudioPredictor {
  private static final int OWN_TAPS = 24;
  private static final int OTHER_TAPS = 16;
  private static final int SHORT_TAPS = 8;

  final ErrorLoudness loudness = new ErrorLoudness();
  private final AdaptiveFilter own = new AdaptiveFilter(OWN_TAPS, 4);
  private final AdaptiveFilter across = new AdaptiveFilter(OTHER_TAPS, 5);
  private final AdaptiveFilter brief = new AdaptiveFilter(SHORT_TAPS, 5);
  private final int coarse;
  private int before;
  private int slope;
  private int ownGuess;
  private int acrossGuess;
  private int briefGuess;

  /**
   * A predictor that knows nothing.
   *
   * @param coarse low bits of samples that the filters do not see
   */
  AudioPredictor(int coarse) {
    this.coarse = coarse;
  }

  /** The next sample, given the channel that was passed last. */
  long predict(AudioPredictor other) {
    across.see(other == this ? 0 : other.slope);
    ownGuess = own.predict();
    acrossGuess = across.predict();
    briefGuess = brief.predict();
    return leaky() + ((long) ownGuess + acrossGuess + briefGuess << coarse);
  }

  /** Learns from what the sample was. */
  void learn(int sample) {
    slope = (int) (sample - leaky() >> coarse);
    int left = slope - ownGuess - acrossGuess;
    own.learn(left);
    across.learn(left);
    own.see(slope);
    brief.learn(left - briefGuess);
    brief.see(left);
    before = sample;
  }

  private long leaky() {
    return before * 31L >> 5;
  }
}
