package io.ardmstream.coder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * The decoding half of the coder: {@link #peek} gives a number within the next symbol's interval,
 * the caller finds the symbol and {@link #pop}s its interval, and so on for as many symbols as it
 * knows there are.
 *
 * <p>Any bytes can be decoded. Those that no encoder wrote give arbitrary symbols, missing ones are
 * read as if the payload ended there; nothing is thrown and every call takes constant time. {@link
 * RansBlockEncoder} has the format.
 *
 * <p>For one payload and one thread.
 */
public final class RansDecoder {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final long WORD_MASK = 0xFFFF_FFFFL;

  private final byte[] payload;
  private final int lastWord;
  private final long[] states;
  private final int mask;
  private int cursor;
  private int turn;

  /**
   * Opens what {@link RansEncoder#finish} returned.
   *
   * @param payload the array that holds the payload
   * @param offset where it begins
   * @param length its length in bytes
   * @param lanes how many lanes the encoder had: 1, 2, 4 or 8
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public RansDecoder(byte[] payload, int offset, int length, int lanes) {
    Rans.checkLanes(lanes);
    Objects.checkFromIndexSize(offset, length, payload.length);
    this.payload = payload;
    this.cursor = offset;
    this.lastWord = offset + length - Rans.WORD_BYTES;
    this.states = new long[lanes];
    this.mask = lanes - 1;
    readStates(lanes == 1 ? length % Rans.WORD_BYTES : Rans.HEAD_BYTES, offset + length);
  }

  /** Opens what {@link RansBlockEncoder#encode} returned. */
  public static RansDecoder open(byte[] payload) {
    return open(payload, 0, payload.length);
  }

  /**
   * Opens what {@link RansBlockEncoder#encode} returned, inside a larger array.
   *
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static RansDecoder open(byte[] payload, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, payload.length);
    if (length == 0) {
      return new RansDecoder(payload, offset, 0, 1);
    }
    int lanes = 1 << (payload[offset] & Rans.MAX_LOG_LANES);
    return new RansDecoder(payload, offset + 1, length - 1, lanes);
  }

  /** A number from 0 to 65535 that lies in the interval of the next symbol. */
  public int peek() {
    return (int) states[turn] & (CdfInterval.TOTAL - 1);
  }

  /**
   * Removes the next symbol.
   *
   * @param start first number of its interval
   * @param frequency length of its interval
   */
  public void pop(int start, int frequency) {
    long state = states[turn];
    state =
        frequency * (state >>> CdfInterval.TOTAL_BITS) + (state & (CdfInterval.TOTAL - 1)) - start;
    states[turn] = refilled(state);
    turn = (turn + 1) & mask;
  }

  private long refilled(long state) {
    if (state >= Rans.LOWER || cursor > lastWord) {
      return state;
    }
    long word = (int) WORDS.get(payload, cursor) & WORD_MASK;
    cursor += Rans.WORD_BYTES;
    return state << Rans.WORD_BITS | word;
  }

  private void readStates(int headBytes, int end) {
    for (int lane = 0; lane < states.length; lane++) {
      for (int i = 0; i < headBytes; i++) {
        int next = cursor < end ? payload[cursor++] & 0xFF : 0;
        states[lane] = states[lane] << 8 | next;
      }
    }
    for (int lane = 0; lane < states.length; lane++) {
      states[lane] = refilled(states[lane]);
    }
  }
}
