package io.ardmstream.coder;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The encoding half of the coder: a stack onto which symbols are pushed, the one to be decoded
 * first last. {@link RansBlockEncoder} turns the order round and chooses the lanes; its
 * documentation has the format.
 *
 * <p>For one payload and one thread.
 */
public final class RansEncoder {
  private static final byte[] NOTHING = {};

  private final long[] states;
  private final int mask;
  private int[] words = new int[64];
  private int wordCount;
  private int pushed;

  /**
   * Starts an empty payload.
   *
   * @param lanes how many states take turns: 1, 2, 4 or 8
   */
  public RansEncoder(int lanes) {
    Rans.checkLanes(lanes);
    states = new long[lanes];
    mask = lanes - 1;
    Arrays.fill(states, Rans.initialState(lanes));
  }

  /**
   * Codes a symbol in front of all that were pushed before.
   *
   * @param start first number of the symbol's interval, 0 to 65535
   * @param frequency length of the interval, 1 to 65536 - {@code start}; not checked
   */
  public void push(int start, int frequency) {
    int lane = pushed++ & mask;
    long state = states[lane];
    if (state >= (long) frequency << (Rans.WORD_BITS + 8)) {
      emit((int) state);
      state >>>= Rans.WORD_BITS;
    }
    long quotient = state / frequency;
    states[lane] = (quotient << CdfInterval.TOTAL_BITS) + (state - quotient * frequency) + start;
  }

  /** How many symbols were pushed. */
  public int pushed() {
    return pushed;
  }

  /**
   * Ends the payload; nothing may be pushed afterwards.
   *
   * @return the bytes from which {@link RansDecoder} pops the symbols
   */
  public byte[] finish() {
    return finish(NOTHING);
  }

  /** Ends the payload and puts some bytes of the caller's in front of it, without a copy. */
  byte[] finish(byte... prefix) {
    return states.length == 1 ? finishSingle(prefix) : finishInterleaved(prefix);
  }

  private byte[] finishSingle(byte[] prefix) {
    long head = states[0];
    if (head >= Rans.LOWER) {
      emit((int) head);
      head >>>= Rans.WORD_BITS;
    }
    int headBytes = (Long.SIZE - Long.numberOfLeadingZeros(head) + 7) / 8;
    ByteBuffer payload = allocate(prefix, headBytes);
    putHead(payload, head, headBytes);
    return putWords(payload);
  }

  private byte[] finishInterleaved(byte[] prefix) {
    for (int turn = states.length - 1; turn >= 0; turn--) {
      emit((int) stateOfTurn(turn));
    }
    ByteBuffer payload = allocate(prefix, states.length * Rans.HEAD_BYTES);
    for (int turn = 0; turn < states.length; turn++) {
      putHead(payload, stateOfTurn(turn) >>> Rans.WORD_BITS, Rans.HEAD_BYTES);
    }
    return putWords(payload);
  }

  /** The decoder takes turns from the symbol that was pushed last, so its first lane is ours. */
  private long stateOfTurn(int turn) {
    return states[(pushed - 1 - turn) & mask];
  }

  private ByteBuffer allocate(byte[] prefix, int headBytes) {
    byte[] payload = new byte[prefix.length + headBytes + wordCount * Rans.WORD_BYTES];
    return ByteBuffer.wrap(payload).put(prefix);
  }

  private static void putHead(ByteBuffer payload, long head, int bytes) {
    for (int i = bytes - 1; i >= 0; i--) {
      payload.put((byte) (head >>> (8 * i)));
    }
  }

  private byte[] putWords(ByteBuffer payload) {
    for (int i = wordCount - 1; i >= 0; i--) {
      payload.putInt(words[i]);
    }
    return payload.array();
  }

  private void emit(int word) {
    if (wordCount == words.length) {
      words = Arrays.copyOf(words, 2 * wordCount);
    }
    words[wordCount++] = word;
  }
}
