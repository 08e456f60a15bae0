package io.ardmstream.media.formats;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The values of a channel, if so many between the least and the greatest are missing that they are
 * listed; else all there can be.
 */
final class OccurringLevels {
  /** Bits of the widest sample whose values are looked at. */
  static final int DEEPEST = 16;

  /** What fewer values make is no photograph. */
  private static final int LEAST_VALUES = 17;

  /** Share of the samples that is expected of missing values where these are worth listing. */
  private static final double EXPECTED_IN_VAIN = 0.05;

  private final int depth;

  /** Ascending; empty if nothing is listed. */
  private final int[] listed;

  private OccurringLevels(int depth, int[] listed) {
    this.depth = depth;
    this.listed = listed;
  }

  /**
   * Those of a plane.
   *
   * @param most values that are worth listing
   */
  static OccurringLevels of(int[] plane, int depth, int most) {
    int[] counts = new int[1 << depth];
    for (int sample : plane) {
      counts[sample]++;
    }
    int[] occurring = IntStream.range(0, counts.length).filter(v -> counts[v] > 0).toArray();
    boolean worthListing =
        occurring.length >= LEAST_VALUES
            && occurring.length <= most
            && expectedInVain(occurring, counts) >= EXPECTED_IN_VAIN * plane.length;
    return new OccurringLevels(depth, worthListing ? occurring : new int[0]);
  }

  /** Samples that missing values would have if they were as frequent as those around them. */
  private static double expectedInVain(int[] occurring, int[] counts) {
    double expected = 0;
    for (int i = 1; i < occurring.length; i++) {
      int missing = occurring[i] - occurring[i - 1] - 1;
      expected += missing * 0.5 * ((double) counts[occurring[i - 1]] + counts[occurring[i]]);
    }
    return expected;
  }

  boolean areListed() {
    return listed.length > 0;
  }

  /** Bits of the greatest rank. */
  int rankDepth() {
    return areListed() ? Integer.SIZE - Integer.numberOfLeadingZeros(listed.length - 1) : depth;
  }

  int[] ranks(int[] plane) {
    if (!areListed()) {
      return plane;
    }
    int[] ranks = new int[1 << depth];
    for (int rank = 0; rank < listed.length; rank++) {
      ranks[listed[rank]] = rank;
    }
    return Arrays.stream(plane).map(sample -> ranks[sample]).toArray();
  }

  int[] values(int[] ranks) {
    int greatest = areListed() ? listed.length - 1 : (1 << depth) - 1;
    return Arrays.stream(ranks)
        .map(rank -> Math.max(0, Math.min(rank, greatest)))
        .map(rank -> areListed() ? listed[rank] : rank)
        .toArray();
  }

  /** Appends how many are listed, the first, and the steps from each to the next. */
  void pack(ByteSink sink) {
    sink.varint(listed.length);
    int before = 0;
    for (int value : listed) {
      sink.varint(value - before);
      before = value;
    }
  }

  /** Reads what {@link #pack} wrote. */
  static OccurringLevels unpack(ForeignSource source, int depth) {
    int count = source.varint();
    source.require(count <= 1 << depth, "list more values than there are");
    int[] listed = new int[count];
    long value = 0;
    for (int rank = 0; rank < count; rank++) {
      value += source.varint();
      source.require(value < 1 << depth, "list a value that cannot be");
      listed[rank] = (int) value;
    }
    return new OccurringLevels(depth, listed);
  }
}
