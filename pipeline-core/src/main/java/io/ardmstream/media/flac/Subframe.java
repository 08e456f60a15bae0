package io.ardmstream.media.flac;

/** What an encoder chose for one channel of a frame (RFC 9639, section 9.2). */
final class Subframe {
  static final int CONSTANT = 0;
  static final int VERBATIM = 1;
  static final int FIXED = 8;
  static final int MOST_FIXED = 4;
  static final int LPC = 32;
  static final int MOST_LPC = 32;

  /** The code: what predicts the samples, and its order. */
  int type;

  /** Low bits that are zero in all samples and not written. */
  int wasted;

  /** Bits of a coefficient, 1 to 15, and how far their sum is shifted; of an LPC alone. */
  int precision;

  int shift;
  int[] coefficients = {};

  /** 0: parameters of 4 bits, 1: of 5 bits. */
  int method;

  /** The binary logarithm of the number of partitions. */
  int partitionOrder;

  int[] parameters = {};

  /** Bits of the residuals of partitions whose parameter is the {@link #escape}. */
  int[] escapes = {};

  static boolean sound(int type) {
    return type == CONSTANT
        || type == VERBATIM
        || type >= FIXED && type <= FIXED + MOST_FIXED
        || type >= LPC && type < LPC + MOST_LPC;
  }

  boolean predicts() {
    return type >= FIXED;
  }

  /** Samples that are written as they are before the first residual. */
  int order() {
    return type >= LPC ? type - LPC + 1 : type >= FIXED ? type - FIXED : 0;
  }

  int parameterBits() {
    return 4 + method;
  }

  /** The parameter that says that residuals are written in a fixed number of bits. */
  int escape() {
    return (1 << parameterBits()) - 1;
  }

  /** Whether partitions of that many samples can be. */
  boolean divides(int blockSize) {
    int samples = blockSize >> partitionOrder;
    boolean first = partitionOrder == 0 || samples > order();
    return samples << partitionOrder == blockSize && first;
  }

  /**
   * The residual that ends partition {@code p}, exclusive, residuals being counted with the order.
   */
  int partitionEnd(int p, int blockSize) {
    return (p + 1) * (blockSize >> partitionOrder);
  }
}
