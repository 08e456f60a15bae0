package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.Alphabet;
import io.ardmstream.deflate.huffman.BitInput;
import io.ardmstream.deflate.huffman.CodeHeader;
import io.ardmstream.deflate.huffman.Damage;
import io.ardmstream.deflate.huffman.HuffmanCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a DEFLATE stream into its bytes, tokens and blocks. */
final class Inflation {
  private static final int LONG_SPELLING = 284;
  private static final int LENGTH_BITS = 16;

  private final BitInput input;
  private final int most;
  private final Numbers tokens = new Numbers();
  private final List<DeflateBlock> blocks = new ArrayList<>();
  private byte[] plain = new byte[1 << 12];
  private int size;
  private boolean longSpelling;
  private boolean shortSpelling;

  /**
   * @param bytes that hold the stream from {@code from} on
   * @param most plain bytes there may be
   */
  Inflation(byte[] bytes, int from, int most) {
    this.input = new BitInput(bytes, from);
    this.most = most;
  }

  Stream read() {
    boolean last = false;
    while (!last) {
      Damage.unless(blocks.size() < DeflateBlock.MOST, input.position(), "too many blocks");
      last = input.take(1) == 1;
      int kind = input.take(2);
      switch (kind) {
        case 0 -> stored(last);
        case 1 -> coded(last, DeflateBlock.Kind.FIXED, null);
        case 2 -> coded(last, DeflateBlock.Kind.DYNAMIC, CodeHeader.read(input));
        default -> Damage.unless(false, input.position(), "a block of unknown kind");
      }
    }
    boolean bothSpellings = longSpelling && shortSpelling;
    Damage.unless(!bothSpellings, input.position(), "the length 258 is written in two ways");
    int padding = input.padding();
    byte[] bytes = Arrays.copyOf(plain, size);
    return new Stream(bytes, tokens, blocks, longSpelling, padding, input.position());
  }

  private void stored(boolean last) {
    int padding = input.padding();
    int length = input.take(LENGTH_BITS);
    boolean intact = (length ^ input.take(LENGTH_BITS)) == (1 << LENGTH_BITS) - 1;
    Damage.unless(intact, input.position(), "a stored block contradicts its length");
    room(length);
    input.copy(plain, size, length);
    size += length;
    blocks.add(new DeflateBlock(DeflateBlock.Kind.STORED, last, length, padding, null));
  }

  private void coded(boolean last, DeflateBlock.Kind kind, CodeHeader header) {
    boolean fixed = header == null;
    HuffmanCode literals = fixed ? HuffmanCode.FIXED_LITERALS : new HuffmanCode(header.literals());
    HuffmanCode distances =
        fixed ? HuffmanCode.FIXED_DISTANCES : new HuffmanCode(header.distances());
    int before = tokens.size();
    int symbol;
    while ((symbol = literals.read(input)) != Alphabet.END) {
      if (symbol < Alphabet.END) {
        room(1);
        plain[size++] = (byte) symbol;
        tokens.add(Token.LITERAL);
      } else {
        match(symbol, distances);
      }
    }
    blocks.add(new DeflateBlock(kind, last, tokens.size() - before, 0, header));
  }

  private void match(int symbol, HuffmanCode distances) {
    Damage.unless(symbol < Alphabet.USED_LITERALS, input.position(), "an unknown length");
    int length = Alphabet.lengthBase(symbol) + input.take(Alphabet.lengthBits(symbol));
    if (length == Alphabet.LONGEST) {
      longSpelling |= symbol == LONG_SPELLING;
      shortSpelling |= symbol != LONG_SPELLING;
    }
    int code = distances.read(input);
    Damage.unless(code < Alphabet.USED_DISTANCES, input.position(), "an unknown distance");
    int distance = Alphabet.distanceBase(code) + input.take(Alphabet.distanceBits(code));
    Damage.unless(distance <= size, input.position(), "a distance beyond the first byte");
    room(length);
    for (int i = 0; i < length; i++, size++) {
      plain[size] = plain[size - distance];
    }
    tokens.add(Token.match(length, distance));
  }

  private void room(int more) {
    Damage.unless(more <= most - size, input.position(), "more than " + most + " bytes");
    if (size + more > plain.length) {
      int doubled = (int) Math.min(most, 2L * plain.length);
      plain = Arrays.copyOf(plain, Math.max(size + more, doubled));
    }
  }
}
