package io.ardmstream.transform.audio;

import java.util.Random;

/** Generated audio for the tests, the same on every machine. */
enum Signals {
  SILENCE {
    @Override
    double at(int t, Random random) {
      return 0;
    }
  },
  NOISE {
    @Override
    double at(int t, Random random) {
      return 2 * random.nextDouble() - 1;
    }
  },
  TONE {
    @Override
    double at(int t, Random random) {
      return 0.4 * triangle(t, 50) + 0.3 * triangle(t, 37) + 0.01 * (random.nextDouble() - 0.5);
    }
  },
  FULL_SCALE_SQUARE {
    @Override
    double at(int t, Random random) {
      return t / 40 % 2 == 0 ? 1 : -1;
    }
  },
  CLIPPED {
    @Override
    double at(int t, Random random) {
      return 3 * triangle(t, 61);
    }
  },
  DIRECT_CURRENT {
    @Override
    double at(int t, Random random) {
      return 0.7;
    }
  },
  BURSTS {
    @Override
    double at(int t, Random random) {
      return t / 700 % 2 == 0 ? 0 : 2 * random.nextDouble() - 1;
    }
  },
  SIGN_FLIPS {
    @Override
    double at(int t, Random random) {
      return t % 2 == 0 ? 1 : -1;
    }
  };

  /** The signal at a frame; what exceeds -1 to 1 is clipped. */
  abstract double at(int t, Random random);

  /** Signed samples of a bit depth. */
  int[] samples(int frames, int bitDepth) {
    Random random = new Random(ordinal());
    double largest = (1L << (bitDepth - 1)) - 1;
    int[] out = new int[frames];
    for (int t = 0; t < frames; t++) {
      double value = Math.rint(at(t, random) * (largest + 1));
      out[t] = (int) Math.max(-largest - 1, Math.min(largest, value));
    }
    return out;
  }

  private static double triangle(int t, int period) {
    return Math.abs(4.0 * (t % period) / period - 2) - 1;
  }
}
