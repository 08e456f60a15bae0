package io.ardmstream.block.turbo;

import io.ardmstream.bytes.Varint;
import java.util.function.IntUnaryOperator;

/** Finds what an {@link ErrorEncoder} kept; where its bytes end too early, zeros follow. */
final class ErrorDecoder extends ErrorCoder {
  private static final int LENGTH_BITS = 35;

  private final byte[] bytes;
  private final int plainEnd;
  private int plain;
  private int at;
  private int state;
  private int other;
  private long held;
  private int heldBits;

  /**
   * A decoder.
   *
   * @param bytes what {@link ErrorEncoder#toBytes} gave; whatever is behind is not read
   */
  ErrorDecoder(int contexts, IntUnaryOperator levels, byte[] bytes) {
    super(contexts, levels, true);
    this.bytes = bytes;
    plain = 1;
    long length = Varint.read(() -> plain < bytes.length ? bytes[plain++] & 0xFF : 0, LENGTH_BITS);
    plainEnd = (int) Math.max(plain, Math.min(bytes.length, plain + length));
    at = plainEnd;
    state = word() << WORD | word();
    other = word() << WORD | word();
  }

  private int word() {
    int first = at;
    at = first + 2;
    return first + 1 < bytes.length ? (bytes[first] & 0xFF) << 8 | bytes[first + 1] & 0xFF : 0;
  }

  @Override
  int code(int context, int unknown) {
    ErrorTable table = table(context);
    int place = state & ErrorTable.TOTAL - 1;
    int token = table.tokens[place];
    int start = table.starts[token];
    int next = (table.starts[token + 1] - start) * (state >>> ErrorTable.BITS) + place - start;
    if (next < LEAST_STATE) {
      next = next << WORD | word();
    }
    state = other;
    other = next;
    table.count(token);
    int folded = token;
    if (token >= Tokens.SINGLE) {
      if (token == Tokens.ESCAPE) {
        return Tokens.unfold(bits(Integer.SIZE, 0));
      }
      int open = Tokens.openBits(token);
      folded = Tokens.upperBits(token) << open | bits(open, 0);
    }
    if (table.shift > 0) {
      folded = folded << table.shift | bits(table.shift, 0);
    }
    return Tokens.unfold(folded);
  }

  @Override
  int bits(int number, int unknown) {
    while (heldBits < number) {
      held = held << Byte.SIZE | (plain < plainEnd ? bytes[plain++] & 0xFF : 0);
      heldBits += Byte.SIZE;
    }
    heldBits -= number;
    return (int) (held >>> heldBits & (1L << number) - 1);
  }
}
