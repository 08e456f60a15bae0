package io.ardmstream.media.flac.choice;

/**
 * Rounds the weights of a predictor to coefficients one after the other, as usual encoders do: what
 * one loses is added to the next.
 */
public final class Rounding {
  private final double[] weights;
  private final int precision;
  private int shift;
  private double error;

  public Rounding(double[] weights, int precision) {
    this.weights = weights;
    this.precision = precision;
  }

  /** The greatest shift, 0 to 15, with which every coefficient fits the precision. */
  public int usualShift() {
    double most = 0;
    for (double weight : weights) {
      most = Math.max(most, Math.abs(weight));
    }
    int usual = 15;
    while (usual > 0 && most * (1 << usual) >= 1 << precision - 1) {
      usual--;
    }
    return usual;
  }

  public void begin(int withShift) {
    shift = withShift;
    error = 0;
  }

  /** What the coefficient is likely to be. */
  public int expect(int i) {
    error += weights[i] * (1L << shift);
    double rounded = Math.max(-(1 << 15), Math.min(1 << 15, error + (error < 0 ? -0.5 : 0.5)));
    int most = 1 << precision - 1;
    return Math.max(-most, Math.min(most - 1, (int) rounded));
  }

  /** Takes note of the coefficient just expected. */
  public void learn(int coefficient) {
    error -= coefficient;
  }
}
