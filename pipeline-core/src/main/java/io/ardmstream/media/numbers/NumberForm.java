package io.ardmstream.media.numbers;

import io.ardmstream.bytes.BitSink;
import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;

/** How integers stand for the words of a file. */
public sealed interface NumberForm permits Integers, ScaledFloats, SplitFloats, DividedFloats {

  /** Bits of an integer, 1 to 32. */
  int depth();

  /** Whether integers may be negative. */
  boolean signed();

  /** The integer of a word. */
  int value(long word);

  /** Appends what the integer of a word does not tell. */
  default void rest(long word, BitSink sink) {}

  /** How many bits that appends. */
  default int restBits(long word) {
    return 0;
  }

  /**
   * The word of an integer.
   *
   * @param rest gives what {@link #rest} appended
   */
  long word(int value, BitSource rest);

  /** Appends this form, but for depth and sign. */
  void pack(ByteSink sink);

  /** Reads what {@link #pack} wrote, for integers of a layout. */
  static NumberForm unpack(ForeignSource source, int depth, boolean signed) {
    int kind = source.u8();
    return switch (kind) {
      case Integers.KIND -> Integers.unpack(source, depth, signed);
      case ScaledFloats.KIND -> ScaledFloats.unpack(source, depth, signed);
      case SplitFloats.LINEAR, SplitFloats.LOGARITHMIC ->
          SplitFloats.unpack(source, kind, depth, signed);
      case DividedFloats.KIND, DividedFloats.RECIPROCAL_KIND ->
          DividedFloats.unpack(source, kind, depth, signed);
      default -> throw source.corrupt("have numbers of a newer form");
    };
  }
}
