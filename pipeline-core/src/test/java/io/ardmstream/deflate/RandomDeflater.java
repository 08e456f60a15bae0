package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.Alphabet;
import io.ardmstream.deflate.huffman.CodeHeader;
import io.ardmstream.deflate.huffman.HuffmanCode;
import io.ardmstream.deflate.huffman.Runs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A compressor without any sense: every choice that RFC 1951 leaves is made at random, so that
 * nothing about its streams can be predicted.
 */
final class RandomDeflater {
  private static final int MOST_TOKENS = 300;

  private final Random random;
  private final byte[] plain = new byte[1 << 18];
  private int size;

  RandomDeflater(long seed) {
    random = new Random(seed);
  }

  /** A stream of a few blocks. */
  byte[] stream() {
    List<DeflateBlock> blocks = new ArrayList<>();
    List<Numbers> tokens = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Numbers chosen = new Numbers();
      blocks.add(block(i == count - 1, chosen));
      tokens.add(chosen);
    }
    BlockOutput output = new BlockOutput(plain, random.nextInt(4) == 0);
    for (int i = 0; i < count; i++) {
      output.write(blocks.get(i), tokens.get(i));
    }
    return output.finish(random.nextBoolean() ? 0 : random.nextInt(128));
  }

  byte[] plain() {
    return Arrays.copyOf(plain, size);
  }

  private DeflateBlock block(boolean last, Numbers tokens) {
    DeflateBlock.Kind kind = DeflateBlock.Kind.values()[random.nextInt(3)];
    if (kind == DeflateBlock.Kind.STORED) {
      int length = random.nextInt(400);
      for (int i = 0; i < length; i++) {
        plain[size++] = literal();
      }
      return new DeflateBlock(
          kind, last, length, random.nextBoolean() ? 0 : random.nextInt(128), null);
    }
    int[] literals = new int[Alphabet.USED_LITERALS];
    int[] distances = new int[Alphabet.USED_DISTANCES];
    literals[Alphabet.END] = 1;
    int count = random.nextInt(MOST_TOKENS);
    for (int i = 0; i < count; i++) {
      tokens.add(token(literals, distances));
    }
    boolean own = kind == DeflateBlock.Kind.DYNAMIC;
    return new DeflateBlock(kind, last, count, 0, own ? header(literals, distances) : null);
  }

  private int token(int[] literals, int[] distances) {
    if (size == 0 || random.nextInt(3) > 0) {
      plain[size] = literal();
      literals[plain[size++] & 0xFF]++;
      return Token.LITERAL;
    }
    int distance = 1 + random.nextInt(Math.min(size, Alphabet.FARTHEST));
    int most = random.nextInt(4) == 0 ? Alphabet.LONGEST : 12;
    int length = random.nextInt(9) == 0 ? Alphabet.LONGEST : 3 + random.nextInt(most - 2);
    for (int i = 0; i < length; i++, size++) {
      plain[size] = plain[size - distance];
    }
    // 258 may be written in two ways, so that either symbol has to have a code
    literals[Alphabet.lengthSymbol(length)]++;
    literals[length == Alphabet.LONGEST ? Alphabet.USED_LITERALS - 2 : Alphabet.END]++;
    distances[Alphabet.distanceSymbol(distance)]++;
    return Token.match(length, distance);
  }

  private byte literal() {
    return (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : random.nextInt(4));
  }

  private CodeHeader header(int[] literals, int[] distances) {
    byte[] first = lengths(literals, Alphabet.LITERALS, CodeHeader.LEAST_LITERALS);
    byte[] second = lengths(distances, Alphabet.DISTANCES, 1);
    byte[] joined = CodeHeader.joined(first, second);
    int[] runs = runs(joined);
    int[] frequencies = new int[CodeHeader.RUN_SYMBOLS];
    for (int run : runs) {
      frequencies[Runs.symbol(run)]++;
    }
    byte[] codes = new byte[CodeHeader.RUN_SYMBOLS];
    code(used(frequencies), codes, 0, CodeHeader.LONGEST);
    int least = CodeHeader.usualDescribed(codes);
    int described = least + random.nextInt(CodeHeader.RUN_SYMBOLS - least + 1);
    return new CodeHeader(first, second, runs, codes, described);
  }

  private byte[] lengths(int[] frequencies, int most, int least) {
    int[] wanted = Arrays.copyOf(frequencies, most);
    for (int extra = random.nextInt(6); extra > 0; extra--) {
      wanted[random.nextInt(frequencies.length)]++;
    }
    byte[] lengths = new byte[most];
    code(used(wanted), lengths, 0, HuffmanCode.LONGEST);
    int count = most;
    while (count > least && lengths[count - 1] == 0 && random.nextInt(9) > 0) {
      count--;
    }
    return Arrays.copyOf(lengths, count);
  }

  private static List<Integer> used(int[] frequencies) {
    List<Integer> used = new ArrayList<>();
    for (int symbol = 0; symbol < frequencies.length; symbol++) {
      if (frequencies[symbol] > 0) {
        used.add(symbol);
      }
    }
    return used;
  }

  /** Gives symbols codes of a random tree; one alone gets one bit. */
  private void code(List<Integer> symbols, byte[] lengths, int depth, int longest) {
    int count = symbols.size();
    if (count == 1) {
      lengths[symbols.get(0)] = (byte) Math.max(1, depth);
    } else if (count > 1) {
      int room = 1 << Math.min(longest - depth - 1, 10);
      int least = Math.max(1, count - room);
      int most = Math.min(count - 1, room);
      int split = least + random.nextInt(most - least + 1);
      code(symbols.subList(0, split), lengths, depth + 1, longest);
      code(symbols.subList(split, count), lengths, depth + 1, longest);
    }
  }

  private int[] runs(byte[] lengths) {
    Numbers runs = new Numbers();
    for (int at = 0; at < lengths.length; ) {
      int symbol = random.nextInt(CodeHeader.RUN_SYMBOLS);
      int count = Runs.LEAST[symbol] + random.nextInt(1 << Runs.BITS[symbol]);
      int run = Runs.of(symbol, count);
      run = Runs.tells(run, lengths, at) ? run : Runs.of(lengths[at], 1);
      runs.add(run);
      at += Runs.count(run);
    }
    return runs.toArray();
  }
}
