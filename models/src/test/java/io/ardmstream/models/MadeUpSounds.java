package io.ardmstream.models;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Made-up sounds, always the same. */
final class MadeUpSounds {

  private static final int TAPS = 128;

  private MadeUpSounds() {}

  /** A resonance driven by noise, like a string, within 11 bits and a sign. */
  static int[] string(int frames, long seed) {
    Random random = new Random(seed);
    double last = 0;
    double before = 0;
    int[] samples = new int[frames];
    for (int i = 0; i < frames; i++) {
      double next = 1.8 * last - 0.95 * before + 20 * random.nextGaussian();
      before = last;
      last = next;
      samples[i] = (int) Math.max(-2047, Math.min(2047, Math.rint(next)));
    }
    return samples;
  }

  /** White noise of the whole range of a depth. */
  static int[] noise(int frames, int bits, long seed) {
    Random random = new Random(seed);
    return random.ints(frames).map(x -> x >> (32 - bits)).toArray();
  }

  /** Noise without the upper three quarters of its band, like audio that a lossy coder dulled. */
  static int[] dull(int frames, int bits, long seed) {
    int[] noise = noise(frames + 2 * TAPS, bits, seed);
    int[] samples = new int[frames];
    for (int i = 0; i < frames; i++) {
      double sum = 0;
      for (int k = -TAPS; k <= TAPS; k++) {
        sum += lowPass(k) * noise[i + TAPS + k];
      }
      samples[i] = (int) Math.rint(sum);
    }
    return samples;
  }

  private static double lowPass(int k) {
    double x = StrictMath.PI * k / 4;
    double window = 0.42 + 0.5 * StrictMath.cos(StrictMath.PI * k / TAPS);
    window += 0.08 * StrictMath.cos(2 * StrictMath.PI * k / TAPS);
    return window * (k == 0 ? 1 : StrictMath.sin(x) / x) / 4;
  }

  static int[] map(int[] samples, IntUnaryOperator change) {
    return Arrays.stream(samples).map(change).toArray();
  }

  static int[] followedBy(int[] first, int[] second) {
    int[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
