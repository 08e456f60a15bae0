package io.ardmstream.media.numbers;

import io.ardmstream.bytes.BitSink;
import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;

/**
 * A word is any number of IEEE 754, split into an integer that can be predicted and lower bits.
 *
 * <p>Linear: the integer is the number times 2 to the place, cut towards zero; the rest are those
 * bits of its mantissa that are below. Where the integer is 0 the rest is a bit 0 if the number is
 * 0, otherwise a bit 1 and the word: so come infinities, negative zero, and numbers that are none.
 *
 * <p>Logarithmic: words in the order of their numbers, negative ones below 0; the integer lacks as
 * many low bits as the place says, which are the rest.
 *
 * @param bits of a word, 16, 32 or 64
 * @param zeros low bits that are 0 in every word
 */
public record SplitFloats(int bits, int zeros, boolean linear, int place, int depth, boolean signed)
    implements NumberForm {
  static final int LINEAR = 2;
  static final int LOGARITHMIC = 3;

  private static final int MOST_PLACE = 1200;

  @Override
  public int value(long word) {
    return linear ? whole(word) : (int) (ordered(word) >> place);
  }

  @Override
  public void rest(long word, BitSink sink) {
    if (!linear) {
      append(ordered(word), place, sink);
      return;
    }
    int value = whole(word);
    if (value != 0) {
      int below = below(value);
      append((word & fractionMask()) >> zeros, below, sink);
    } else if (word == 0) {
      sink.bits(0, 1);
    } else {
      sink.bits(1, 1);
      append(word, bits, sink);
    }
  }

  @Override
  public int restBits(long word) {
    int value = linear ? whole(word) : 0;
    if (!linear) {
      return place;
    }
    return value != 0 ? below(value) : word == 0 ? 1 : 1 + bits;
  }

  @Override
  public long word(int value, BitSource rest) {
    if (!linear) {
      return unordered((long) value << place | take(place, rest));
    } else if (value == 0) {
      return rest.bits(1) == 0 ? 0 : take(bits, rest);
    }
    long magnitude = Math.abs((long) value);
    int length = 64 - Long.numberOfLeadingZeros(magnitude);
    int below = below(value);
    long fraction = magnitude & (1L << length - 1) - 1;
    int surplus = length - 1 - (mantissa() - zeros);
    long top = surplus > 0 ? fraction >> surplus : fraction << below;
    long exponent = length - 1 - place + bias();
    long sign = value < 0 ? 1L << bits - 1 : 0;
    return sign | exponent << mantissa() | (top | take(below, rest)) << zeros;
  }

  /** Bits of the mantissa that are below the integer. */
  private int below(int value) {
    int length = 64 - Long.numberOfLeadingZeros(Math.abs((long) value));
    return Math.max(0, mantissa() - zeros - (length - 1));
  }

  /** The integer of a linear split; 0 where the word has to be told. */
  private int whole(long word) {
    int exponent = (int) (word >>> mantissa()) & (1 << bits - 1 - mantissa()) - 1;
    int length = exponent - bias() + place + 1;
    if (exponent == 0 || length < 1 || length > depth - (signed ? 1 : 0)) {
      return 0;
    }
    long full = 1L << mantissa() | word & fractionMask();
    int spare = mantissa() + 1 - length;
    int magnitude = (int) (spare >= 0 ? full >> spare : full << -spare);
    return word >>> bits - 1 == 0 ? magnitude : -magnitude;
  }

  private long ordered(long word) {
    long magnitude = (word & (1L << bits - 1) - 1) >> zeros;
    return word >>> bits - 1 == 0 ? magnitude : ~magnitude;
  }

  private long unordered(long ordered) {
    long magnitude = ordered < 0 ? ~ordered : ordered;
    return (ordered < 0 ? 1L << bits - 1 : 0) | magnitude << zeros & (1L << bits - 1) - 1;
  }

  private long fractionMask() {
    return (1L << mantissa()) - 1;
  }

  /** Bits of the fraction of a mantissa. */
  int mantissa() {
    return mantissa(bits);
  }

  static int mantissa(int bits) {
    return bits == 16 ? 10 : bits == 32 ? 23 : 52;
  }

  private int bias() {
    return (1 << bits - 2 - mantissa()) - 1;
  }

  private static void append(long value, int count, BitSink sink) {
    if (count > 32) {
      sink.bits((int) (value >> 32), count - 32);
    }
    sink.bits((int) value, Math.min(32, count));
  }

  private static long take(int count, BitSource rest) {
    long high = count > 32 ? rest.bits(count - 32) & 0xFFFF_FFFFL : 0;
    return high << 32 | rest.bits(Math.min(32, count)) & 0xFFFF_FFFFL;
  }

  @Override
  public void pack(ByteSink sink) {
    sink.u8(linear ? LINEAR : LOGARITHMIC).u8(bits).u8(zeros).varint(place << 1 ^ place >> 31);
  }

  static SplitFloats unpack(ForeignSource source, int kind, int depth, boolean signed) {
    int bits = source.u8();
    int zeros = source.u8();
    int zigzag = source.varint();
    int place = zigzag >>> 1 ^ -(zigzag & 1);
    boolean linear = kind == LINEAR;
    boolean known = bits == 16 || bits == 32 || bits == 64;
    source.require(known && zeros <= mantissa(bits), "have numbers that do not exist");
    boolean possible = linear ? Math.abs(place) <= MOST_PLACE : place >= 0 && place < 64;
    source.require(possible, "have split numbers that do not exist");
    return new SplitFloats(bits, zeros, linear, place, depth, signed);
  }
}
