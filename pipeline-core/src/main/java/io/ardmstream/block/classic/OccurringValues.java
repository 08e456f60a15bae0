package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.media.Modality;
import io.ardmstream.mixing.ContextMixer;
import io.ardmstream.mixing.SignedCoder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * The values that occur in a block, ascending. Where they are few among those possible their ranks
 * are coded instead.
 */
final class OccurringValues {
  private static final int MOST = 1 << 16;
  private static final int SPARSE = 3;

  /** Share of the values that occurs at most where a grey picture was stretched. */
  private static final double GAPPED = 0.8;

  private static final int MOST_COUNTED = 16;

  private final int[] values;

  private OccurringValues(int[] values) {
    this.values = values;
  }

  /** The values of a block if at most a third of those between the least and the greatest occur. */
  static Optional<OccurringValues> sparse(Block block) {
    return share(block, 1.0 / SPARSE);
  }

  /** The same if some are missing in a grey picture, as where its contrast was stretched. */
  static Optional<OccurringValues> stretched(Block block) {
    BlockLayout layout = block.layout();
    boolean grey = layout.kind() == Modality.IMAGE && layout.channels() == 1;
    return grey ? share(block, GAPPED) : Optional.empty();
  }

  private static Optional<OccurringValues> share(Block block, double most) {
    int[] all = distinct(block);
    long span = (long) all[all.length - 1] - all[0] + 1;
    boolean few = all.length <= MOST && all.length <= span * most;
    return few ? Optional.of(new OccurringValues(all)) : Optional.empty();
  }

  /** Whether a sample of such a block has on the average been there before. */
  boolean recur(BlockLayout layout) {
    return 2L * values.length <= layout.samples();
  }

  private static int[] distinct(Block block) {
    int least = block.layout().least();
    if (block.layout().bitDepth() > MOST_COUNTED) {
      return Stream.of(block.planes()).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
    }
    BitSet seen = new BitSet();
    for (int[] plane : block.planes()) {
      for (int sample : plane) {
        seen.set(sample - least);
      }
    }
    return seen.stream().map(offset -> offset + least).toArray();
  }

  /** Encodes the set: how many values, the first, then the gaps. */
  void encode(BitCoder port) {
    SignedCoder coder = coder(port);
    coder.pass(values.length, 0, 0);
    coder.pass(values[0], 0, 0);
    for (int i = 1; i < values.length; i++) {
      coder.pass(values[i] - values[i - 1], 1, 0);
    }
  }

  /**
   * Decodes a set that {@link #encode} wrote.
   *
   * @param samples of the block that they occur in
   * @throws IllegalArgumentException when there are more than samples, which take time for nothing
   */
  static OccurringValues decode(BitCoder port, long samples) {
    SignedCoder coder = coder(port);
    int length = Math.max(1, Math.min(MOST, coder.pass(0, 0, 0)));
    if (length > samples) {
      throw new IllegalArgumentException(length + " values of " + samples + " samples");
    }
    int[] values = new int[length];
    values[0] = coder.pass(0, 0, 0);
    for (int i = 1; i < length; i++) {
      values[i] = values[i - 1] + coder.pass(0, 1, 0);
    }
    return new OccurringValues(values);
  }

  private static SignedCoder coder(BitCoder port) {
    int[] selectors = {2 * SignedCoder.KINDS, 1};
    return new SignedCoder(port, new ContextMixer(1, MOST, selectors));
  }

  /** What ranks range over. */
  SampleRange ranks() {
    return SampleRange.ofIndices(values.length);
  }

  int[][] toRanks(int[][] planes) {
    return map(planes, value -> Arrays.binarySearch(values, value));
  }

  /** The values of ranks; a rank that is too high, which damage can bring, means the greatest. */
  int[][] toValues(int[][] ranks, SampleRange range) {
    return map(ranks, rank -> range.wrapToRange(values[Math.min(rank, values.length - 1)]));
  }

  private static int[][] map(int[][] planes, IntUnaryOperator change) {
    return Stream.of(planes)
        .map(plane -> Arrays.stream(plane).map(change).toArray())
        .toArray(int[][]::new);
  }
}
