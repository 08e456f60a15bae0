package io.ardmstream.mixing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Weights that a {@link LearntMixer} begins with: two sets of rows, the first by the channel and
 * the kind of decision, the second by the channel and the scale of the sample's distribution.
 *
 * <p>As bytes, a weight is a big-endian {@code short} in units of 2<sup>-14</sup>; the first set
 * comes first.
 */
public final class FirstWeights {
  /** Channels that are told apart. */
  public static final int CHANNELS = 3;

  /** Kinds of decisions that are told apart. */
  static final int KINDS = DecisionMixer.KINDS;

  /** Scales that are told apart. */
  static final int SCALES = DecisionMixer.SCALES;

  /** Bits of a weight that are not kept. */
  private static final int COARSE = 2;

  private final int[] byKind;
  private final int[] byScale;

  private FirstWeights(int[] byKind, int[] byScale) {
    this.byKind = byKind;
    this.byScale = byScale;
  }

  /**
   * Weights that nothing was learnt of: all rows alike.
   *
   * @param opinionWeights of each opinion, in units of 2<sup>-16</sup>
   */
  public static FirstWeights unlearnt(int contexts, int[] opinionWeights) {
    int[] row = MixerInputs.firstRow(contexts, opinionWeights);
    return new FirstWeights(repeated(row, KINDS), repeated(row, SCALES));
  }

  private static int[] repeated(int[] row, int rows) {
    int[] all = new int[CHANNELS * rows * row.length];
    Arrays.setAll(all, i -> row[i % row.length]);
    return all;
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if the bytes are not those of so many inputs
   */
  public static FirstWeights of(byte[] bytes, int contexts, int opinions) {
    int stride = MixerInputs.stride(contexts, opinions);
    FirstWeights weights =
        new FirstWeights(new int[CHANNELS * KINDS * stride], new int[CHANNELS * SCALES * stride]);
    int expected = Short.BYTES * (weights.byKind.length + weights.byScale.length);
    if (bytes.length != expected) {
      throw new IllegalArgumentException(
          "the first weights of a mixer take %d bytes, not %d".formatted(expected, bytes.length));
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    Arrays.setAll(weights.byKind, i -> in.getShort() << COARSE);
    Arrays.setAll(weights.byScale, i -> in.getShort() << COARSE);
    return weights;
  }

  /** The bytes of these weights, rounded. */
  public byte[] toBytes() {
    ByteBuffer out = ByteBuffer.allocate(Short.BYTES * (byKind.length + byScale.length));
    for (int[] set : new int[][] {byKind, byScale}) {
      for (int weight : set) {
        int rounded = weight + (1 << COARSE - 1) >> COARSE;
        out.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, rounded)));
      }
    }
    return out.array();
  }

  /** The same weights in other memory. */
  FirstWeights copy() {
    return new FirstWeights(byKind.clone(), byScale.clone());
  }

  int[] byKind() {
    return byKind;
  }

  int[] byScale() {
    return byScale;
  }
}
