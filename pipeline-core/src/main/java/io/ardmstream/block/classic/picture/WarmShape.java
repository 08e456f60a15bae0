package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.ContextMixer;
import io.ardmstream.mixing.ContextTables;
import io.ardmstream.mixing.SignedCoder;

/** What a mixer that begins warm looks like: its contexts, and its rows of weights. */
public enum WarmShape {
  /** Of samples: kinds of bits, and how rough the neighbours are, in four channels. */
  SAMPLES(PixelCoder.INPUTS, ContextMixer.NUMBER_LINE, 48, 64) {
    @Override
    int firstRow(int selector) {
      int kind = selector % SignedCoder.KINDS;
      int merged = kind < 7 ? kind : kind < 17 ? 7 : Math.min(11, kind - 9);
      return selector / SignedCoder.KINDS * 12 + merged;
    }

    @Override
    int secondRow(int selector) {
      return selector;
    }
  },

  /** Of candidates: the largest neighbourhood in favour with its trust, and the neighbours. */
  CANDIDATES(ColourCopyCoder.INPUTS, ColourCopyCoder.LINE_BITS, 112, 64) {
    @Override
    int firstRow(int selector) {
      int trust = selector % ColourCopyCoder.TRUSTS;
      return selector / ColourCopyCoder.TRUSTS * 4 + Math.min(3, trust);
    }

    @Override
    int secondRow(int selector) {
      return selector / ColourCopyCoder.HISTORIES * 16 + selector % 16;
    }
  };

  /** How well contexts are known: not at all, by one bit, by up to four, by more. */
  private static final int LEVELS = 4;

  private final int inputs;
  private final int lineBits;
  private final int firstRows;
  private final int secondRows;

  WarmShape(int inputs, int lineBits, int firstRows, int secondRows) {
    this.inputs = inputs;
    this.lineBits = lineBits;
    this.firstRows = firstRows;
    this.secondRows = secondRows;
  }

  /** The row of the first set for a selector of mixers that begin cold. */
  abstract int firstRow(int selector);

  /** The row of the second set. */
  abstract int secondRow(int selector);

  /** Place in a row of a context that has seen that many bits. */
  public static int place(int input, int seen) {
    int level = seen < 2 ? seen : seen < 5 ? 2 : 3;
    return input * LEVELS + level;
  }

  /** Weights a row: those of the contexts, and that of the input that is always there. */
  public int stride() {
    return inputs * LEVELS + 1;
  }

  /** Weights of the first set. */
  public int firstWeights() {
    return firstRows * stride();
  }

  /** Weights of the second set. */
  public int secondWeights() {
    return secondRows * stride();
  }

  ContextTables tables(long expected) {
    return new ContextTables(inputs, expected, lineBits);
  }
}
