package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.CodeHeader;
import io.ardmstream.deflate.huffman.Damage;
import io.ardmstream.deflate.huffman.HuffmanCode;
import io.ardmstream.deflate.huffman.HuffmanTree;
import io.ardmstream.deflate.huffman.Runs;
import io.ardmstream.mixing.AdaptiveBits;

/** Passes the header of a block's own codes: what differs from those that zlib builds. */
final class CodePass {
  private static final int LITERALS = 0;
  private static final int DISTANCES = 1;
  private static final int SAME = 2;
  private static final int LENGTH = 6;
  private static final int RUN = 22;
  private static final int SYMBOL = 25;
  private static final int COUNT = 26;
  private static final int RUN_LENGTH = 29;
  private static final int DESCRIBED = 38;
  static final int CONTEXTS = 44;

  private static final int COUNT_BITS = 5;

  private final AdaptiveBits bits;
  private final int first;

  /**
   * @param first of {@link #CONTEXTS} contexts of {@code bits}
   */
  CodePass(AdaptiveBits bits, int first) {
    this.bits = bits;
    this.first = first;
  }

  /**
   * Passes a header.
   *
   * @param actual null when decoding
   * @param literals how often each literal and length occurs in the block
   * @param distances the same of distances
   */
  CodeHeader pass(CodeHeader actual, int[] literals, int[] distances) {
    boolean known = actual != null;
    byte[] first = lengths(known ? actual.literals() : null, literals, true);
    byte[] second = lengths(known ? actual.distances() : null, distances, false);
    byte[] joined = CodeHeader.joined(first, second);
    int[] runs = runs(known ? actual.runs() : null, joined, first.length);
    byte[] codes = CodeHeader.runLengths(runs);
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (byte) runLength(known ? actual.lengths()[i] : 0, codes[i]);
    }
    int described = described(known ? actual.described() : 0, CodeHeader.usualDescribed(codes));
    CodeHeader header = new CodeHeader(first, second, runs, codes, described);
    check(header, literals, distances);
    return header;
  }

  private static void check(CodeHeader header, int[] literals, int[] distances) {
    boolean possible =
        HuffmanCode.possible(header.literals())
            && HuffmanCode.possible(header.distances())
            && HuffmanCode.possible(header.lengths())
            && covers(header.literals(), literals)
            && covers(header.distances(), distances)
            && header.described() >= CodeHeader.usualDescribed(header.lengths());
    boolean written = true;
    for (int run : header.runs()) {
      written &= header.lengths()[Runs.symbol(run)] > 0;
    }
    Damage.unlessCorrect(possible && written, "have codes that do not exist");
  }

  private static boolean covers(byte[] lengths, int[] frequencies) {
    for (int symbol = 0; symbol < frequencies.length; symbol++) {
      if (frequencies[symbol] > 0 && (symbol >= lengths.length || lengths[symbol] == 0)) {
        return false;
      }
    }
    return true;
  }

  private byte[] lengths(byte[] actual, int[] frequencies, boolean ofLiterals) {
    byte[] usual = HuffmanTree.lengths(frequencies, HuffmanCode.LONGEST);
    int least = ofLiterals ? CodeHeader.LEAST_LITERALS : 1;
    int count = least;
    for (int symbol = least; symbol < usual.length; symbol++) {
      count = usual[symbol] > 0 ? symbol + 1 : count;
    }
    int kind = first + (ofLiterals ? LITERALS : DISTANCES);
    int coded = actual == null ? 0 : actual.length - least;
    coded =
        bits.symbol(kind, 1, coded == count - least ? 1 : 0) == 1
            ? count - least
            : more(kind, coded);
    byte[] lengths = new byte[least + coded];
    boolean missed = false;
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int predicted = symbol < usual.length ? usual[symbol] : 0;
      int length = actual == null ? 0 : actual[symbol];
      int context = first + SAME + (predicted > 0 ? 1 : 0) + (missed ? 2 : 0);
      boolean same = bits.bit(context, length == predicted);
      missed = !same;
      length = same ? predicted : bits.symbol(first + LENGTH + predicted, 4, length);
      lengths[symbol] = (byte) length;
    }
    return lengths;
  }

  private int more(int kind, int coded) {
    return bits.symbol(kind + DESCRIBED + 2, COUNT_BITS, coded);
  }

  private int[] runs(int[] actual, byte[] lengths, int literals) {
    Numbers runs = new Numbers();
    int at = 0;
    while (at < lengths.length) {
      boolean inLiterals = at < literals;
      int from = inLiterals ? 0 : literals;
      int usual = Runs.usual(lengths, at, from, inLiterals ? literals : lengths.length);
      int run = run(actual == null ? 0 : actual[runs.size()], usual, lengths[at]);
      Damage.unlessCorrect(Runs.tells(run, lengths, at), "have a run of other lengths");
      runs.add(run);
      at += Runs.count(run);
    }
    return runs.toArray();
  }

  private int run(int actual, int usual, int length) {
    int kind = Math.max(0, Runs.symbol(usual) - Runs.REPEAT + 1);
    if (bits.bit(first + RUN + Math.min(kind, 2), actual == usual)) {
      return usual;
    }
    int wanted = Math.max(0, Runs.symbol(actual) - Runs.REPEAT + 1);
    int passed = bits.symbol(first + SYMBOL, 2, wanted);
    int symbol = passed == 0 ? length : Runs.REPEAT + passed - 1;
    int least = Runs.LEAST[symbol];
    int context = first + COUNT + Math.max(0, passed - 1);
    return Runs.of(
        symbol, least + bits.symbol(context, Runs.BITS[symbol], Runs.count(actual) - least));
  }

  private int runLength(int actual, int usual) {
    int context = first + RUN_LENGTH + usual;
    return bits.bit(context, actual == usual) ? usual : bits.symbol(context, 3, actual);
  }

  private int described(int actual, int usual) {
    int context = first + DESCRIBED;
    if (bits.bit(context, actual == usual)) {
      return usual;
    }
    return CodeHeader.LEAST_DESCRIBED
        + bits.symbol(context + 1, 4, actual - CodeHeader.LEAST_DESCRIBED);
  }
}
