package io.ardmstream.coder;

import java.util.Arrays;

/**
 * Collects the intervals of symbols in the order in which they will be decoded, and encodes them.
 *
 * <h2>The payload</h2>
 *
 * A published format; all integers are big-endian. Zero symbols give zero bytes. Else
 *
 * <pre>
 * byte    bits 0..1: log2 of the number of lanes n; bits 2..7: zero, not looked at
 * heads   n = 1: (length of the payload - 1) mod 4 bytes, one integer
 *         n &gt; 1: n integers of 3 bytes each
 * words   32-bit integers up to the end
 * </pre>
 *
 * A decoder has n states x[0..n-1], unsigned and below 2<sup>56</sup>. It sets x[i] to the i-th
 * head, then <em>refills</em> x[0], x[1], … in this order. To refill x: if x &lt; 2<sup>24</sup>
 * and a whole word remains, x becomes x · 2<sup>32</sup> + the next word. Then symbol number k = 0,
 * 1, 2, … comes from x = x[k mod n]:
 *
 * <ol>
 *   <li>p = x mod 2<sup>16</sup> lies in exactly one interval, start ≤ p &lt; start + frequency:
 *       that of the symbol;
 *   <li>x becomes frequency · ⌊x / 2<sup>16</sup>⌋ + p − start;
 *   <li>x is refilled.
 * </ol>
 *
 * After the last symbol no word remains and every state is 0 (n = 1) or 2<sup>24</sup> (n &gt; 1).
 * Bytes that are missing from the heads are zero; bytes after the last whole word are not looked
 * at.
 *
 * <p>The encoder goes backwards from these final states: with x the state of symbol k's lane, if x
 * ≥ frequency · 2<sup>40</sup> it puts the word x mod 2<sup>32</sup> in front of the words and x
 * becomes ⌊x / 2<sup>32</sup>⌋; then x becomes ⌊x / frequency⌋ · 2<sup>16</sup> + x mod frequency +
 * start. At the end, for i = n-1 down to 0, it puts x[i] mod 2<sup>32</sup> in front of the words,
 * and the heads are ⌊x[i] / 2<sup>32</sup>⌋; but a single state below 2<sup>24</sup> becomes the
 * head as it is. The single head is as short as possible, down to no byte at all for 0.
 */
public final class RansBlockEncoder {
  /**
   * More lanes decode faster but cost five bytes each; this much information makes them less than
   * one part in a thousand.
   */
  private static final long INTERLEAVE_FROM = 1L << 16;

  private static final int INTERLEAVED_LANES = 4;

  private int[] intervals = new int[1024];
  private int size;
  private long improbability;

  /**
   * Adds the symbol that is decoded after all those added before.
   *
   * @param start first number of the symbol's interval, 0 to 65535
   * @param frequency length of the interval, 1 to 65536 - {@code start}
   * @throws IllegalArgumentException if the interval is empty or leaves the total
   */
  public void add(int start, int frequency) {
    add(CdfInterval.of(start, frequency));
  }

  /** Adds the symbol that is decoded after all those added before, by its {@link CdfInterval}. */
  public void add(int interval) {
    if (size == intervals.length) {
      intervals = Arrays.copyOf(intervals, 2 * size);
    }
    intervals[size++] = interval;
    improbability += CdfInterval.TOTAL - CdfInterval.frequency(interval);
  }

  /** How many symbols were added. */
  public int size() {
    return size;
  }

  /** Encodes the symbols; the stack stays as it is. */
  public byte[] encode() {
    return size == 0 ? new byte[0] : encode(lanes());
  }

  /** Forgets all symbols, so that the memory can be used for the next payload. */
  public void clear() {
    size = 0;
    improbability = 0;
  }

  byte[] encode(int lanes) {
    RansEncoder encoder = new RansEncoder(lanes);
    for (int i = size - 1; i >= 0; i--) {
      encoder.push(CdfInterval.start(intervals[i]), CdfInterval.frequency(intervals[i]));
    }
    return encoder.finish((byte) Integer.numberOfTrailingZeros(lanes));
  }

  /** A symbol of probability p has at least 1 - p bits, and that is quick to sum up. */
  private int lanes() {
    return improbability >>> CdfInterval.TOTAL_BITS < INTERLEAVE_FROM ? 1 : INTERLEAVED_LANES;
  }
}
