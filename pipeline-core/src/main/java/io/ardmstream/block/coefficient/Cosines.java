package io.ardmstream.block.coefficient;

/**
 * The transform between the coefficients of a block and its samples, in integers. Numbers of 32
 * bits wrap around, which only a forged file makes them do.
 */
final class Cosines {
  private static final int SIDE = 8;
  private static final int FIRST_SHIFT = 8;
  private static final int INVERSE_SHIFT = 13;
  private static final int FORWARD_SHIFT = 15;

  /** 2^11 * c(k) / 2 * cos((2 n + 1) k pi / 16) at k * 8 + n, with c(0) = sqrt(1/2), c(k) = 1. */
  private static final int[] TABLE = new int[SIDE * SIDE];

  /** 2^10 * cos(k pi / 16). */
  private static final int[] COSINES = {1024, 1004, 946, 851, 724, 569, 392, 200};

  static {
    for (int k = 0; k < SIDE; k++) {
      for (int n = 0; n < SIDE; n++) {
        TABLE[k * SIDE + n] = k == 0 ? COSINES[4] : cosine((2 * n + 1) * k);
      }
    }
  }

  private final int[] between = new int[SIDE * SIDE];

  /** 2^10 * cos(angle pi / 16) for angles that are no multiple of 8. */
  private static int cosine(int angle) {
    int within = angle % 32;
    int folded = within > 16 ? 32 - within : within;
    return folded > SIDE ? -COSINES[16 - folded] : COSINES[folded];
  }

  /** Samples times eight of quarter amplitudes. */
  void inverse(int[] amplitudes, int from, int[] samples) {
    for (int v = 0; v < SIDE; v++) {
      inverse(amplitudes, from + v * SIDE, 1, between, v * SIDE, FIRST_SHIFT);
    }
    for (int x = 0; x < SIDE; x++) {
      inverse(between, x, SIDE, samples, x, INVERSE_SHIFT);
    }
  }

  /** One row or column: of both of a pair of samples the odd frequencies have opposite signs. */
  private static void inverse(int[] in, int from, int stride, int[] out, int to, int shift) {
    for (int n = 0; n < SIDE / 2; n++) {
      int even = 1 << shift - 1;
      int odd = 0;
      for (int k = 0; k < SIDE; k += 2) {
        even += in[from + k * stride] * TABLE[k * SIDE + n];
        odd += in[from + (k + 1) * stride] * TABLE[(k + 1) * SIDE + n];
      }
      out[to + n * stride] = even + odd >> shift;
      out[to + (SIDE - 1 - n) * stride] = even - odd >> shift;
    }
  }

  /** Quarter amplitudes of samples times eight. */
  void forward(int[] samples, int[] amplitudes, int to) {
    for (int y = 0; y < SIDE; y++) {
      forward(samples, y * SIDE, 1, between, y * SIDE, FIRST_SHIFT);
    }
    for (int u = 0; u < SIDE; u++) {
      forward(between, u, SIDE, amplitudes, to + u, FORWARD_SHIFT);
    }
  }

  private static void forward(int[] in, int from, int stride, int[] out, int to, int shift) {
    for (int k = 0; k < SIDE; k++) {
      int sum = 1 << shift - 1;
      for (int n = 0; n < SIDE / 2; n++) {
        int one = in[from + n * stride];
        int other = in[from + (SIDE - 1 - n) * stride];
        sum += ((k & 1) == 0 ? one + other : one - other) * TABLE[k * SIDE + n];
      }
      out[to + k * stride] = sum >> shift;
    }
  }
}
