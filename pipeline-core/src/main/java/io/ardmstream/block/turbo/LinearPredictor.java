package io.ardmstream.block.turbo;

/**
 * A weighted sum of the samples before, with weights that hold for a stretch.
 *
 * @param weights of the last sample, the one before it and so on, in units of 2^-{@value #BITS}
 */
record LinearPredictor(int[] weights) {
  /** The most samples that are looked back on. */
  static final int MOST = 32;

  static final int BITS = 13;

  private static final int ORDER_BITS = 6;

  /** Contexts of weights come behind those of errors. */
  private static final int SPREAD = 12;

  /** Prediction of the sample at an index, before which there are at least {@link #MOST}. */
  int predict(int[] samples, int at) {
    long sum = 1 << BITS - 1;
    for (int i = 0; i < weights.length; i++) {
      sum += (long) weights[i] * samples[at - 1 - i];
    }
    return (int) (sum >> BITS);
  }

  /**
   * Passes a predictor.
   *
   * @param known the predictor, or any
   * @param contexts where those of weights begin
   */
  static LinearPredictor pass(ErrorCoder coder, LinearPredictor known, int contexts) {
    int order = Math.min(MOST, coder.bits(ORDER_BITS, known.weights.length));
    int[] passed = new int[order];
    int before = 1 << BITS;
    int last = 1 << BITS;
    for (int i = 0; i < order; i++) {
      long mean = SPREAD * ((long) Math.abs(before) + Math.abs(last));
      int weight = i < known.weights.length ? known.weights[i] : 0;
      passed[i] = coder.code(contexts + RecentErrors.context(Math.abs(mean)), weight);
      before = last;
      last = passed[i];
    }
    return new LinearPredictor(passed);
  }
}
