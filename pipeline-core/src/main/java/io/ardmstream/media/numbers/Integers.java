package io.ardmstream.media.numbers;

import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Optional;

/**
 * A word is an integer plus an offset, above zeros.
 *
 * @param shift how many zeros, 0 to 63
 * @param offset what is added before
 */
public record Integers(int shift, long offset, int depth, boolean signed) implements NumberForm {
  static final int KIND = 0;
  private static final int BYTE = 8;
  private static final int UNSIGNED = 31;
  private static final int WIDEST = 32;

  /**
   * The narrowest form of words; those of at most 8 bits stay as they are.
   *
   * @param bits of the widest word
   * @return empty if 32 bits do not suffice
   */
  public static Optional<Integers> of(WordSource words, int bits) {
    Survey survey = new Survey();
    words.each(survey::take);
    if (bits <= BYTE && survey.least >= 0) {
      return Optional.of(new Integers(0, 0, bits, false));
    }
    int shift = survey.any == 0 ? 0 : Long.numberOfTrailingZeros(survey.any);
    long least = Math.min(0, survey.least >> shift);
    long range = (survey.most >> shift) - least;
    int depth = Math.max(BYTE, 64 - Long.numberOfLeadingZeros(range));
    if (depth <= UNSIGNED) {
      return Optional.of(new Integers(shift, least, depth, false));
    }
    boolean fits = depth == WIDEST;
    return fits
        ? Optional.of(new Integers(shift, least + (1L << UNSIGNED), WIDEST, true))
        : Optional.empty();
  }

  private static final class Survey {
    private long any;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;

    void take(long word) {
      any |= word;
      least = Math.min(least, word);
      most = Math.max(most, word);
    }
  }

  @Override
  public int value(long word) {
    return (int) ((word >> shift) - offset);
  }

  @Override
  public long word(int value, BitSource rest) {
    return value + offset << shift;
  }

  @Override
  public void pack(ByteSink sink) {
    long zigzag = offset << 1 ^ offset >> 63;
    sink.u8(KIND).u8(shift).varint((int) (zigzag & 0x3FFF_FFFF)).varint((int) (zigzag >>> 30));
  }

  static Integers unpack(ForeignSource source, int depth, boolean signed) {
    int shift = source.u8();
    source.require(shift < 64, "have integers that do not exist");
    long zigzag = source.varint() + ((long) source.varint() << 30);
    return new Integers(shift, zigzag >>> 1 ^ -(zigzag & 1), depth, signed);
  }
}
