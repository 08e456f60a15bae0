package io.ardmstream.media.flac.choice;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.ContextMixer;
import io.ardmstream.mixing.Hash;
import io.ardmstream.mixing.SignedCoder;

/**
 * Passes the choices of an encoder as modelled bits, each as a number that is small if it was
 * expected.
 */
public final class FlacChoices {
  /** Which choice a number stands for. Their order is part of the encoded format. */
  public enum Kind {
    GAP,
    VARIABLE,
    BLOCK_SIZE,
    SIZE_CODE,
    RATE_CODE,
    RATE_FIELD,
    ASSIGNMENT,
    DEPTH_CODE,
    NUMBER,
    TYPE,
    WASTED,
    PRECISION,
    WINDOW,
    SHIFT,
    COEFFICIENT,
    METHOD,
    PARTITION_ORDER,
    PARAMETER,
    ESCAPE
  }

  private static final int KINDS = Kind.values().length;
  private static final int INPUTS = 5;
  private static final int ROWS = 16;
  private static final int WEIGHT = (1 << 16) * 5 / 16;
  private static final int LINE = 4;
  private static final int SAMPLES_A_CHOICE = 64;

  private final ContextMixer mixer;
  private final SignedCoder coder;

  /**
   * FlacChoices that go to or come from {@code port}.
   *
   * @param samples of the stream, in all channels
   */
  public FlacChoices(BitCoder port, long samples) {
    int[] selectors = {KINDS * SignedCoder.KINDS, KINDS * ROWS};
    mixer = new ContextMixer(INPUTS, samples / SAMPLES_A_CHOICE, selectors, LINE, WEIGHT);
    coder = new SignedCoder(port, mixer);
  }

  /**
   * Passes a choice.
   *
   * @param number to be encoded; of no meaning when decoding
   * @param a what it leans on most
   * @param b what it leans on less
   * @param c what it leans on least
   * @return the number
   */
  public int pass(Kind kind, int number, int a, int b, int c) {
    int k = kind.ordinal() + 1;
    mixer.context(0, Hash.mix(k, 0, 0));
    mixer.context(1, Hash.mix(k + 100, a, 0));
    mixer.context(2, Hash.mix(k + 200, a, b));
    mixer.context(3, Hash.mix(k + 300, b, c));
    mixer.context(4, Hash.mix(Hash.mix(k + 400, a, b), c, 1));
    return coder.pass(number, k - 1, (k - 1) * ROWS + (a & ROWS - 1));
  }
}
