package io.ardmstream.block.turbo;

import java.util.function.IntUnaryOperator;

/**
 * Passes errors of predictions, so that encoder and decoder can run the same loops: one is given
 * them and keeps them, the other finds them.
 */
abstract class ErrorCoder {
  /** The least that a state of the coder is between two tokens; words of 16 bits keep it there. */
  static final int LEAST_STATE = 1 << 15;

  static final int WORD = 16;

  private final ErrorTable[] tables;
  private final IntUnaryOperator levels;
  private final boolean decoding;

  /**
   * A coder.
   *
   * @param contexts their number
   * @param levels of the errors to be expected in each of them
   */
  ErrorCoder(int contexts, IntUnaryOperator levels, boolean decoding) {
    tables = new ErrorTable[contexts];
    this.levels = levels;
    this.decoding = decoding;
  }

  /**
   * Passes an error.
   *
   * @param error the error if it is known, of a magnitude below 2^30; else any number
   * @return the error
   */
  abstract int code(int context, int error);

  /**
   * Passes bits as they are.
   *
   * @param count 0 to 32
   * @param value the bits if they are known, else any number
   * @return the bits
   */
  abstract int bits(int count, int value);

  final ErrorTable table(int context) {
    ErrorTable table = tables[context];
    return table != null ? table : open(context);
  }

  private ErrorTable open(int context) {
    tables[context] = new ErrorTable(levels.applyAsInt(context), decoding);
    return tables[context];
  }
}
