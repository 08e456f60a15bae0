package io.ardmstream.deflate.huffman;

import java.util.Arrays;

/**
 * How a block describes its own Huffman codes (RFC 1951, section 3.2.7).
 *
 * @param literals lengths of the literal and length codes, as many as are described
 * @param distances lengths of the distance codes, as many as are described
 * @param runs how the lengths of both are written one after the other, {@link Runs} each
 * @param lengths lengths of the codes of the runs' symbols
 * @param described how many of those, in {@link #ORDER}, are described
 */
public record CodeHeader(
    byte[] literals, byte[] distances, int[] runs, byte[] lengths, int described) {
  public static final int LEAST_LITERALS = 257;
  public static final int LEAST_DESCRIBED = 4;
  public static final int RUN_SYMBOLS = 19;

  /** The longest code of a run's symbol. */
  public static final int LONGEST = 7;

  /** In which order the codes of the runs' symbols are described. */
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /** The header that zlib writes for these codes and runs. */
  public static CodeHeader of(byte[] literals, byte[] distances, int[] runs) {
    byte[] lengths = runLengths(runs);
    return new CodeHeader(literals, distances, runs, lengths, usualDescribed(lengths));
  }

  /** The lengths of the codes of the runs' symbols, as zlib chooses them. */
  public static byte[] runLengths(int[] runs) {
    int[] frequencies = new int[RUN_SYMBOLS];
    for (int run : runs) {
      frequencies[Runs.symbol(run)]++;
    }
    return HuffmanTree.lengths(frequencies, LONGEST);
  }

  /** How many lengths have to be described: up to the last that is not zero. */
  public static int usualDescribed(byte[] lengths) {
    int described = RUN_SYMBOLS;
    while (described > LEAST_DESCRIBED && lengths[ORDER[described - 1]] == 0) {
      described--;
    }
    return described;
  }

  /** All lengths, one after the other. */
  public static byte[] joined(byte[] literals, byte[] distances) {
    byte[] joined = Arrays.copyOf(literals, literals.length + distances.length);
    System.arraycopy(distances, 0, joined, literals.length, distances.length);
    return joined;
  }

  public static CodeHeader read(BitInput input) {
    int literals = LEAST_LITERALS + input.take(5);
    int distances = 1 + input.take(5);
    int described = LEAST_DESCRIBED + input.take(4);
    byte[] lengths = new byte[RUN_SYMBOLS];
    for (int i = 0; i < described; i++) {
      lengths[ORDER[i]] = (byte) input.take(3);
    }
    Damage.unless(HuffmanCode.possible(lengths), input.position(), "too many codes of runs");
    HuffmanCode code = new HuffmanCode(lengths);
    byte[] joined = new byte[literals + distances];
    int[] runs = new int[joined.length];
    int count = 0;
    for (int at = 0; at < joined.length; count++) {
      int symbol = code.read(input);
      int run = Runs.of(symbol, Runs.LEAST[symbol] + input.take(Runs.BITS[symbol]));
      Damage.unless(Runs.fits(run, joined, at), input.position(), "a run of lengths is misplaced");
      at = Runs.unroll(run, joined, at);
      runs[count] = run;
    }
    byte[] first = Arrays.copyOf(joined, literals);
    byte[] second = Arrays.copyOfRange(joined, literals, joined.length);
    boolean possible = HuffmanCode.possible(first) && HuffmanCode.possible(second);
    Damage.unless(possible, input.position(), "too many codes");
    return new CodeHeader(first, second, Arrays.copyOf(runs, count), lengths, described);
  }

  public void write(BitOutput output) {
    output.put(literals.length - LEAST_LITERALS, 5);
    output.put(distances.length - 1, 5);
    output.put(described - LEAST_DESCRIBED, 4);
    for (int i = 0; i < described; i++) {
      output.put(lengths[ORDER[i]], 3);
    }
    HuffmanCode code = new HuffmanCode(lengths);
    for (int run : runs) {
      int symbol = Runs.symbol(run);
      code.write(symbol, output);
      output.put(Runs.count(run) - Runs.LEAST[symbol], Runs.BITS[symbol]);
    }
  }
}
