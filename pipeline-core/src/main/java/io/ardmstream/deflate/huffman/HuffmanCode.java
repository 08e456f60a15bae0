package io.ardmstream.deflate.huffman;

import java.util.Arrays;

/** A canonical Huffman code (RFC 1951, section 3.2.2), to read and to write. */
public final class HuffmanCode {
  public static final int LONGEST = 15;

  public static final HuffmanCode FIXED_LITERALS = new HuffmanCode(fixedLiterals());
  public static final HuffmanCode FIXED_DISTANCES = new HuffmanCode(fixedDistances());

  private final byte[] lengths;
  private final int[] counts = new int[LONGEST + 1];
  private final short[] sorted;
  private final short[] codes;

  /** The code with these lengths; {@link #possible} holds for them. */
  public HuffmanCode(byte[] lengths) {
    this.lengths = lengths;
    for (byte length : lengths) {
      counts[length]++;
    }
    counts[0] = 0;
    int[] places = new int[LONGEST + 2];
    int[] next = new int[LONGEST + 2];
    for (int i = 1; i <= LONGEST; i++) {
      places[i + 1] = places[i] + counts[i];
      next[i + 1] = next[i] + counts[i] << 1;
    }
    sorted = new short[lengths.length];
    codes = new short[lengths.length];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      if (length > 0) {
        sorted[places[length]++] = (short) symbol;
        codes[symbol] = (short) (Integer.reverse(next[length]++) >>> 32 - length);
      }
    }
  }

  /** Whether there are not more codes than bits allow; there may be fewer. */
  public static boolean possible(byte[] lengths) {
    int taken = 0;
    for (byte length : lengths) {
      taken += length == 0 ? 0 : 1 << LONGEST - length;
    }
    return taken <= 1 << LONGEST;
  }

  public int read(BitInput input) {
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code |= input.take(1);
      int count = counts[length];
      if (code - count < first) {
        return sorted[index + code - first];
      }
      index += count;
      first = first + count << 1;
      code <<= 1;
    }
    Damage.unless(false, input.position(), "a code stands for nothing");
    return 0;
  }

  /** Writes a symbol that has a code. */
  public void write(int symbol, BitOutput output) {
    output.put(codes[symbol] & 0xFFFF, lengths[symbol]);
  }

  boolean has(int symbol) {
    return symbol < lengths.length && lengths[symbol] > 0;
  }

  private static byte[] fixedLiterals() {
    byte[] lengths = new byte[Alphabet.LITERALS];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      lengths[symbol] = (byte) (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8);
    }
    return lengths;
  }

  private static byte[] fixedDistances() {
    byte[] lengths = new byte[Alphabet.DISTANCES];
    Arrays.fill(lengths, (byte) 5);
    return lengths;
  }
}
