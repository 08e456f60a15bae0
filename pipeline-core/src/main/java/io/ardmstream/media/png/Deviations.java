package io.ardmstream.media.png;

import io.ardmstream.bytes.BitSink;
import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ForeignSource;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A list in an order of its own, told as deviations from an expected order: for each item, how many
 * items that are still to come were expected before it. Ranks are Rice numbers whose parameter
 * follows their recent mean.
 */
final class Deviations {
  /** Over how many ranks the mean is taken, more or less. */
  private static final int MEMORY = 4;

  /** The mean, times the memory. */
  private int recent;

  private Deviations(int size) {
    recent = size / 2;
  }

  static byte[] pack(List<Integer> expected, List<Integer> actual) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    BitSink bits = new BitSink(packed);
    Deviations code = new Deviations(expected.size());
    List<Integer> left = new ArrayList<>(expected);
    for (int item : actual) {
      int rank = left.indexOf(item);
      code.write(bits, rank, left.size() - 1);
      left.remove(rank);
    }
    bits.finish();
    return packed.toByteArray();
  }

  static List<Integer> unpack(List<Integer> expected, ForeignSource source) {
    BitSource bits = new BitSource(source::u8);
    Deviations code = new Deviations(expected.size());
    List<Integer> left = new ArrayList<>(expected);
    List<Integer> actual = new ArrayList<>();
    while (!left.isEmpty()) {
      int rank = code.read(bits, left.size() - 1);
      source.require(rank < left.size(), "order a palette in a way that cannot be");
      actual.add(left.remove(rank));
    }
    return actual;
  }

  private void write(BitSink bits, int rank, int most) {
    int shift = shift(most);
    int high = rank >> shift;
    bits.unary(high, high < most >> shift);
    bits.bits(rank, shift);
    learn(rank);
  }

  private int read(BitSource bits, int most) {
    int shift = shift(most);
    int high = bits.unary(most >> shift);
    int rank = high << shift | bits.bits(shift);
    learn(rank);
    return rank;
  }

  private void learn(int rank) {
    recent += rank - recent / MEMORY;
  }

  /** Low bits that are written as they are: not more than the largest rank has. */
  private int shift(int most) {
    return Math.min(bits(recent / (2 * MEMORY)), bits(most));
  }

  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }
}
