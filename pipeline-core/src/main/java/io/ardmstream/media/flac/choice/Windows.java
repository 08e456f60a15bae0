package io.ardmstream.media.flac.choice;

/**
 * The ways in which usual encoders look at a block before they find a predictor, numbered from 1; a
 * new one goes to the end. For blocks of one size.
 */
public final class Windows {
  public static final int COUNT = 29;

  private static final int FFMPEG = 2;
  private static final int HALVED = 3;
  private static final int PARTS = 6;
  private static final int PUNCHED = 12;
  private static final int PUNCHED_BUT_LAST = 15;
  private static final int PARTIAL = 18;
  private static final int PUNCHED_OUT = 20;
  private static final int RECTANGLE = 23;
  private static final int NARROW = 24;
  private static final int[] ALSO_NARROW = {1, 18, 19, 20, 21, 22};
  private static final float USUAL_SHARE = 0.5f;
  private static final float SMALL_SHARE = 0.2f;

  private final int size;
  private final Window[] windows = new Window[COUNT + 1];

  public Windows(int size) {
    this.size = size;
  }

  public int size() {
    return size;
  }

  /**
   * The predictor that an encoder finds, before it is rounded to a precision.
   *
   * @param samples as many as a block has
   */
  public double[] predictor(int number, long[] samples, int order) {
    double[] weights = levinson(autocorrelation(number, samples, order), order);
    for (int i = 0; i < order && number != FFMPEG; i++) {
      weights[i] = (float) weights[i];
    }
    return weights;
  }

  private double[] autocorrelation(int number, long[] samples, int order) {
    if (number >= NARROW) {
      return window(ALSO_NARROW[number - NARROW]).narrowAutocorrelation(samples, order);
    }
    if (number < PUNCHED || number >= PARTIAL) {
      return window(number).autocorrelation(samples, order);
    }
    boolean butLast = number >= PUNCHED_BUT_LAST;
    int part = (number - PUNCHED) % 3;
    double[] whole = window(PARTS).autocorrelation(samples, order);
    double[] gone = window(PARTS + 3 + part).autocorrelation(samples, order);
    for (int lag = 0; lag <= order; lag++) {
      whole[lag] = butLast && lag == order ? gone[lag] : whole[lag] - gone[lag];
    }
    return whole;
  }

  private Window window(int number) {
    if (windows[number] == null) {
      windows[number] = make(number);
    }
    return windows[number];
  }

  private Window make(int number) {
    return switch (number) {
      case 1 -> Window.tukey(size, USUAL_SHARE);
      case FFMPEG -> Window.parabolas(size);
      case HALVED -> Window.tukey(size, USUAL_SHARE / 2);
      case HALVED + 1, HALVED + 2 -> window(HALVED).part(number - HALVED - 1, 2);
      case PARTS -> Window.tukey(size, USUAL_SHARE / 3);
      case PARTS + 1, PARTS + 2 -> window(PARTS).part(number - PARTS - 1, 2);
      case PARTS + 3, PARTS + 4, PARTS + 5 -> window(PARTS).part(number - PARTS - 3, 3);
      case PARTIAL, PARTIAL + 1 -> overlapping(number - PARTIAL, 2);
      case RECTANGLE -> Window.rectangle(size);
      default -> overlapping(number - PUNCHED_OUT, 3);
    };
  }

  private Window overlapping(int part, int parts) {
    float overlap = parts == 2 ? 0.1f : 0.2f;
    float units = 1.0f / (1.0f - overlap) - 1.0f;
    float from = part / (parts + units);
    float to = (part + 1 + units) / (parts + units);
    return parts == 2
        ? Window.partial(size, SMALL_SHARE, from, to)
        : Window.punchedOut(size, SMALL_SHARE, from, to);
  }

  /** The recursion of Levinson and Durbin. */
  private static double[] levinson(double[] sums, int order) {
    double[] weights = new double[order];
    double error = sums[0];
    for (int i = 0; i < order && error != 0; i++) {
      double reflection = -sums[i + 1];
      for (int j = 0; j < i; j++) {
        reflection -= weights[j] * sums[i - j];
      }
      reflection /= error;
      weights[i] = reflection;
      for (int j = 0; j < i >> 1; j++) {
        double weight = weights[j];
        weights[j] += reflection * weights[i - 1 - j];
        weights[i - 1 - j] += reflection * weight;
      }
      if ((i & 1) == 1) {
        weights[i >> 1] += weights[i >> 1] * reflection;
      }
      error *= 1.0 - reflection * reflection;
    }
    for (int i = 0; i < order; i++) {
      weights[i] = -weights[i];
    }
    return weights;
  }
}
