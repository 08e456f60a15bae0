package io.ardmstream.media.jpeg.entropy;

/** A Huffman table as both directions need it (T.81, annex C). */
public final class HuffmanTable {
  private static final int SYMBOLS = 256;
  private static final int MOST_LENGTH = 16;
  private static final int AHEAD = 9;

  /** Symbol and length of the code that begins with these bits, zero if it is longer. */
  private final short[] ahead = new short[1 << AHEAD];

  /** Of each length, the first code behind it, in 16 bits, and where its symbols begin. */
  private final int[] behind = new int[MOST_LENGTH + 1];

  private final int[] offset = new int[MOST_LENGTH + 1];
  private final byte[] symbols;
  private final int[] code = new int[SYMBOLS];
  private final byte[] length = new byte[SYMBOLS];

  /**
   * A table.
   *
   * @param counts bytes, of which 16 from {@code at} on say how many codes of each length there are
   * @param symbols in the order of their codes
   * @throws NotJpegException when there are more codes than bits for them
   */
  public HuffmanTable(byte[] counts, int at, byte[] symbols) throws NotJpegException {
    this.symbols = symbols;
    int next = 0;
    int index = 0;
    for (int bits = 1; bits <= MOST_LENGTH; bits++) {
      offset[bits] = index - next;
      for (int i = counts[at + bits - 1] & 0xFF; i > 0; i--) {
        define(symbols[index++] & 0xFF, next++, bits);
      }
      if (next > 1 << bits) {
        throw new NotJpegException("a Huffman table has more codes than bits for them");
      }
      behind[bits] = next << MOST_LENGTH - bits;
      next <<= 1;
    }
  }

  private void define(int symbol, int bits, int size) {
    if (length[symbol] == 0) {
      code[symbol] = bits;
      length[symbol] = (byte) size;
    }
    if (size <= AHEAD && bits < 1 << size) {
      int first = bits << AHEAD - size;
      for (int i = 0; i < 1 << AHEAD - size; i++) {
        ahead[first + i] = (short) (symbol << 5 | size);
      }
    }
  }

  /** Takes a symbol, or -1 if there is no such code. */
  int read(EntropyReader in) {
    int bits = in.peek(MOST_LENGTH);
    int found = ahead[bits >>> MOST_LENGTH - AHEAD];
    if (found != 0) {
      in.skip(found & 31);
      return found >>> 5 & 0xFF;
    }
    for (int size = AHEAD + 1; size <= MOST_LENGTH; size++) {
      if (bits < behind[size]) {
        in.skip(size);
        return symbols[offset[size] + (bits >>> MOST_LENGTH - size)] & 0xFF;
      }
    }
    return -1;
  }

  /**
   * Writes a symbol.
   *
   * @throws NotJpegException when the table lacks it
   */
  void write(EntropyWriter out, int symbol) throws NotJpegException {
    if (length[symbol] == 0) {
      throw new NotJpegException("a Huffman table lacks a symbol");
    }
    out.bits(code[symbol], length[symbol]);
  }
}
