package io.ardmstream.media.numbers;

import io.ardmstream.bytes.BitSink;
import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Optional;

/** How integers stand for the words of a file. */
public sealed interface NumberForm
    permits Integers, ReplicatedBits, ScaledFloats, SplitFloats, DividedFloats {

  /**
   * The form of words that are integers whose numbers are narrowest.
   *
   * @param bits of the widest word
   * @return empty if 32 bits do not suffice
   */
  static Optional<NumberForm> ofIntegers(WordSource words, int bits) {
    Optional<NumberForm> integers = Integers.of(words, bits).map(NumberForm.class::cast);
    Optional<ReplicatedBits> replicated = ReplicatedBits.of(words, bits);
    boolean narrower =
        replicated.isPresent()
            && integers.isPresent()
            && replicated.get().depth() < integers.get().depth();
    return narrower ? replicated.map(NumberForm.class::cast) : integers;
  }

  /**
   * The integers that the words of 16 bits of a picture are, where they are narrower and so many
   * that a bit less of each is worth the description.
   *
   * @param depth bits of a word that are used already
   */
  static Optional<NumberForm> narrower(int[][] planes, int depth) {
    boolean pays = (long) planes.length * planes[0].length >= 256;
    return pays
        ? ofIntegers(WordSource.of(planes), 16).filter(form -> form.depth() < depth)
        : Optional.empty();
  }

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
      case ReplicatedBits.KIND -> ReplicatedBits.of(source, depth, signed);
      default -> throw source.corrupt("have numbers of a newer form");
    };
  }
}
