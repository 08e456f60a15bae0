package io.ardmstream.media.pcm;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Words of 32 bits whose upper bits say something else than the sign of the sample below: nothing
 * at all, the number of a channel, or status.
 */
public final class PaddedWords {
  private static final int WORD = 4;
  private static final int[] WIDTHS = {16, 24};

  /** Samples below which there is nothing to gain. */
  private static final int FEWEST = 32;

  /** How many things upper bits may say. */
  private static final int MOST_SAID = 16;

  /** How much less samples change from one to the next than words, if there are such bits. */
  private static final double LESS = 1.0 / 16;

  private final PcmWords words;
  private final byte[] file;
  private final int start;
  private final int channels;
  private final int count;

  private PaddedWords(PcmWords words, byte[] file, int start, int channels, int count) {
    this.words = words;
    this.file = file;
    this.start = start;
    this.channels = channels;
    this.count = count;
  }

  /**
   * Bits of the samples.
   *
   * @param channels that take turns
   * @return empty if words are samples
   */
  public static OptionalInt bits(PcmWords words, byte[] file, int start, int channels, int frames) {
    if (words.floating() || words.bytes() != WORD || !words.signed()) {
      return OptionalInt.empty();
    }
    PaddedWords padded = new PaddedWords(words, file, start, channels, frames * channels);
    for (int width : WIDTHS) {
      if (frames >= FEWEST && padded.isBelow(width)) {
        return OptionalInt.of(width);
      }
    }
    return OptionalInt.empty();
  }

  private boolean isBelow(int width) {
    if (!saysLittleAbove(width)) {
      return false;
    }
    double whole = change(8 * WORD);
    double lower = change(width);
    if (!isConstantAbove(width)) {
      return lower < LESS * whole;
    }
    long upper = words.read(file, start) >> width;
    boolean sign = upper == 0 || upper == -1;
    return sign ? lower < whole : lower <= whole;
  }

  /** Whether all words of a channel have the same upper bits. */
  private boolean isConstantAbove(int width) {
    for (int i = channels; i < count; i++) {
      long before = words.read(file, start + WORD * (i - channels));
      if (words.read(file, start + WORD * i) >> width != before >> width) {
        return false;
      }
    }
    return true;
  }

  private long lower(int i, int width) {
    int spare = 64 - width;
    return words.read(file, start + WORD * i) << spare >> spare;
  }

  /** Whether few upper bits occur, and the lower ones are not what fills the word up. */
  private boolean saysLittleAbove(int width) {
    Set<Long> said = new HashSet<>();
    long any = 0;
    for (int i = 0; i < count && said.size() <= MOST_SAID; i++) {
      long word = words.read(file, start + WORD * i);
      said.add(word >> width);
      any |= word;
    }
    return said.size() <= MOST_SAID && Long.numberOfTrailingZeros(any) < width / 2;
  }

  /** Sum of the differences between the lower bits of neighbours. */
  private double change(int width) {
    double sum = 0;
    for (int i = channels; i < count; i++) {
      sum += Math.abs(lower(i, width) - lower(i - channels, width));
    }
    return sum;
  }
}
