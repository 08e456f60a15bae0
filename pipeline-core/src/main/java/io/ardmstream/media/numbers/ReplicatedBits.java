package io.ardmstream.media.numbers;

import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Optional;

/**
 * A word of 16 bits is a narrower integer whose highest bits stand below it once more: what
 * programs make of pictures of 8, 10 or 12 bits so that the brightest value stays the brightest.
 *
 * @param depth bits of the integer, 8 to 15
 */
public record ReplicatedBits(int depth) implements NumberForm {
  static final int KIND = 6;
  private static final int WIDE = 16;
  private static final int NARROWEST = 8;

  /** The narrowest form of words, if they are of this kind. */
  public static Optional<ReplicatedBits> of(WordSource words, int bits) {
    if (bits != WIDE) {
      return Optional.empty();
    }
    boolean[] fails = new boolean[WIDE];
    words.each(
        word -> {
          for (int depth = NARROWEST; depth < WIDE; depth++) {
            fails[depth] |= word(word >> WIDE - depth, depth) != word;
          }
        });
    for (int depth = NARROWEST; depth < WIDE; depth++) {
      if (!fails[depth]) {
        return Optional.of(new ReplicatedBits(depth));
      }
    }
    return Optional.empty();
  }

  /** The form of integers of a layout. */
  static ReplicatedBits of(ForeignSource source, int depth, boolean signed) {
    boolean possible = !signed && depth >= NARROWEST && depth < WIDE;
    source.require(possible, "replicate bits of numbers that have none to spare");
    return new ReplicatedBits(depth);
  }

  @Override
  public boolean signed() {
    return false;
  }

  @Override
  public int value(long word) {
    return (int) (word >> WIDE - depth);
  }

  @Override
  public long word(int value, BitSource rest) {
    return word(value, depth);
  }

  private static long word(long value, int depth) {
    return value << WIDE - depth | value >> 2 * depth - WIDE;
  }

  @Override
  public void pack(ByteSink sink) {
    sink.u8(KIND);
  }
}
