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
      for (int x = 0; x < SIDE; x++) {
        int sum = 0;
        for (int u = 0; u < SIDE; u++) {
          sum += amplitudes[from + v * SIDE + u] * TABLE[u * SIDE + x];
        }
        between[v * SIDE + x] = sum + (1 << FIRST_SHIFT - 1) >> FIRST_SHIFT;
      }
    }
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        int sum = 0;
        for (int v = 0; v < SIDE; v++) {
          sum += between[v * SIDE + x] * TABLE[v * SIDE + y];
        }
        samples[y * SIDE + x] = sum + (1 << INVERSE_SHIFT - 1) >> INVERSE_SHIFT;
      }
    }
  }

  /** Quarter amplitudes of samples times eight. */
  void forward(int[] samples, int[] amplitudes, int to) {
    for (int y = 0; y < SIDE; y++) {
      for (int u = 0; u < SIDE; u++) {
        int sum = 0;
        for (int x = 0; x < SIDE; x++) {
          sum += samples[y * SIDE + x] * TABLE[u * SIDE + x];
        }
        between[y * SIDE + u] = sum + (1 << FIRST_SHIFT - 1) >> FIRST_SHIFT;
      }
    }
    for (int u = 0; u < SIDE; u++) {
      for (int v = 0; v < SIDE; v++) {
        int sum = 0;
        for (int y = 0; y < SIDE; y++) {
          sum += between[y * SIDE + u] * TABLE[v * SIDE + y];
        }
        amplitudes[to + v * SIDE + u] = sum + (1 << FORWARD_SHIFT - 1) >> FORWARD_SHIFT;
      }
    }
  }
}
