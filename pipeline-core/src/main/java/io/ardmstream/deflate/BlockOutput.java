package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.Alphabet;
import io.ardmstream.deflate.huffman.BitOutput;
import io.ardmstream.deflate.huffman.CodeHeader;
import io.ardmstream.deflate.huffman.HuffmanCode;

/** Writes blocks as a DEFLATE stream. */
final class BlockOutput {
  private static final int LENGTH_BITS = 16;
  private static final int KIND_BITS = 2;

  private final byte[] plain;
  private final boolean longSpelling;
  private final BitOutput output = new BitOutput();
  private int at;

  /**
   * @param longSpelling whether the length 258 is written as the symbol 284 and 31
   */
  BlockOutput(byte[] plain, boolean longSpelling) {
    this.plain = plain;
    this.longSpelling = longSpelling;
  }

  /** Writes a block, whose tokens are these unless it is stored. */
  void write(DeflateBlock block, Numbers tokens) {
    output.put(block.last() ? 1 : 0, 1);
    output.put(block.kind().ordinal(), KIND_BITS);
    switch (block.kind()) {
      case STORED -> stored(block);
      case FIXED -> coded(tokens, HuffmanCode.FIXED_LITERALS, HuffmanCode.FIXED_DISTANCES);
      case DYNAMIC -> {
        CodeHeader header = block.header();
        header.write(output);
        coded(tokens, new HuffmanCode(header.literals()), new HuffmanCode(header.distances()));
      }
    }
  }

  private void stored(DeflateBlock block) {
    output.pad(block.padding());
    output.put(block.size(), LENGTH_BITS);
    output.put(~block.size() & (1 << LENGTH_BITS) - 1, LENGTH_BITS);
    output.copy(plain, at, block.size());
    at += block.size();
  }

  private void coded(Numbers tokens, HuffmanCode literals, HuffmanCode distances) {
    for (int i = 0; i < tokens.size(); i++) {
      int token = tokens.get(i);
      if (token == Token.LITERAL) {
        literals.write(plain[at] & 0xFF, output);
      } else {
        length(Token.bytes(token), literals);
        int distance = Token.distance(token);
        int symbol = Alphabet.distanceSymbol(distance);
        distances.write(symbol, output);
        output.put(distance - Alphabet.distanceBase(symbol), Alphabet.distanceBits(symbol));
      }
      at += Token.bytes(token);
    }
    literals.write(Alphabet.END, output);
  }

  private void length(int length, HuffmanCode literals) {
    int symbol = Alphabet.lengthSymbol(length, longSpelling);
    literals.write(symbol, output);
    output.put(length - Alphabet.lengthBase(symbol), Alphabet.lengthBits(symbol));
  }

  /** The stream, its last byte filled up with these bits. */
  byte[] finish(int padding) {
    output.pad(padding);
    return output.toBytes();
  }
}
