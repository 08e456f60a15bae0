package io.ardmstream.block.turbo;

import io.ardmstream.bytes.Varint;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Keeps errors in bytes. Tokens go into two states of rANS by turns, from the last one to the
 * first; bits as they are lie before the words of these.
 */
final class ErrorEncoder extends ErrorCoder {
  /** Words of both states. */
  private static final int STATES = 4;

  /** Bytes before the plain ones, at most. */
  private static final int HEADER = 6;

  /** Errors that wait, at most. */
  private static final int WAITING = 2048;

  private static final int FREQUENCY = (1 << WORD) - 1;

  /** The part of each token in the total: its start in the upper half, its length in the lower. */
  private int[] parts;

  private int count;
  private final int[] contexts = new int[WAITING];
  private final int[] errors = new int[WAITING];
  private int waiting;
  private byte[] plain = new byte[1 << 10];
  private int plainBytes;
  private long held;
  private int heldBits;

  /**
   * An encoder.
   *
   * @param expected number of errors, about
   */
  ErrorEncoder(int contexts, IntUnaryOperator levels, int expected) {
    super(contexts, levels, false);
    parts = new int[expected];
  }

  @Override
  int code(int context, int error) {
    if (waiting == WAITING) {
      drain();
    }
    contexts[waiting] = context;
    errors[waiting++] = error;
    return error;
  }

  @Override
  int bits(int number, int value) {
    drain();
    put(number, value);
    return value;
  }

  /** Errors wait, so that predicting and counting are loops of their own. */
  private void drain() {
    if (count + waiting > parts.length) {
      parts = Arrays.copyOf(parts, count + (count >> 1) + WAITING);
    }
    for (int i = 0; i < waiting; i++) {
      parts[count++] = part(table(contexts[i]), Tokens.fold(errors[i]));
    }
    waiting = 0;
  }

  private int part(ErrorTable table, int folded) {
    int upper = folded >>> table.shift;
    int token = upper < Tokens.SINGLE ? upper : token(upper, folded);
    if (table.shift > 0 && token != Tokens.ESCAPE) {
      put(table.shift, folded);
    }
    int start = table.starts[token];
    int part = start << WORD | table.starts[token + 1] - start;
    table.count(token);
    return part;
  }

  private int token(int upper, int folded) {
    if (upper >= Tokens.ESCAPED) {
      put(Integer.SIZE, folded);
      return Tokens.ESCAPE;
    }
    int token = Tokens.of(upper);
    put(Tokens.openBits(token), upper);
    return token;
  }

  private void put(int number, int value) {
    held = held << number | value & (1L << number) - 1;
    heldBits += number;
    while (heldBits >= Byte.SIZE) {
      heldBits -= Byte.SIZE;
      if (plainBytes == plain.length) {
        plain = Arrays.copyOf(plain, 2 * plainBytes);
      }
      plain[plainBytes++] = (byte) (held >>> heldBits);
    }
  }

  /**
   * All that was passed.
   *
   * @param head the first byte, before it
   */
  byte[] toBytes(int head) {
    drain();
    if (heldBits > 0) {
      put(Byte.SIZE - heldBits, 0);
    }
    char[] words = new char[count + STATES];
    int first = words(words);
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(plainBytes + 2 * (words.length - first) + HEADER);
    out.write(head);
    Varint.write(plainBytes, out);
    out.write(plain, 0, plainBytes);
    for (int i = first; i < words.length; i++) {
      out.write(words[i] >> Byte.SIZE);
      out.write(words[i]);
    }
    return out.toByteArray();
  }

  /** Fills the end of the words; returns where they begin. */
  private int words(char[] words) {
    int at = words.length;
    int state = LEAST_STATE;
    int other = LEAST_STATE;
    for (int i = count - 1; i >= 0; i--) {
      int start = parts[i] >>> WORD;
      int length = parts[i] & FREQUENCY;
      int next = other;
      if (next >>> 31 - ErrorTable.BITS >= length) {
        words[--at] = (char) next;
        next >>>= WORD;
      }
      int quotient = next / length;
      other = state;
      state = (quotient << ErrorTable.BITS) + next - quotient * length + start;
    }
    for (int value : new int[] {other, state}) {
      words[--at] = (char) value;
      words[--at] = (char) (value >>> WORD);
    }
    return at;
  }
}
