package io.ardmstream.media.formats;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.Dictionary;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Media;
import io.ardmstream.media.Modality;
import io.ardmstream.media.PackedBytes;
import io.ardmstream.media.SampleLayout;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pictures with gaps between the values that occur, as where contrast was stretched: told by the
 * ranks of samples among these values, which models expect as they expect any picture. The values
 * come before the foreign bytes of the file.
 */
public final class RankedPictures {
  private static final Dictionary EVEN_STEPS = new Dictionary(steps());
  private static final int LEAST_PIXELS = 1 << 10;
  private static final int LEAST_DEPTH = 8;

  /** Pixels a value: with fewer, what is missing may be missing by chance. */
  private static final int PIXELS_A_VALUE = 16;

  private RankedPictures() {}

  /** Steps of one and two in turn, which most lists consist of. */
  private static byte[] steps() {
    byte[] steps = new byte[32];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) (2 - i % 2);
    }
    return steps;
  }

  /**
   * A picture in ranks.
   *
   * @param picture as parsed; every byte of its file is to come back
   * @return empty if it has no gaps that would be worth their description
   */
  public static Optional<Media> of(Media picture) {
    SampleLayout layout = picture.layout();
    boolean possible =
        layout.kind() == Modality.IMAGE
            && !layout.signed()
            && layout.bitDepth() >= LEAST_DEPTH
            && layout.bitDepth() <= OccurringLevels.DEEPEST
            && layout.planeSize() >= LEAST_PIXELS
            && picture.fidelity() == Fidelity.BYTES;
    if (!possible) {
      return Optional.empty();
    }
    int most = layout.planeSize() / PIXELS_A_VALUE;
    OccurringLevels[] levels =
        Stream.of(picture.planes())
            .map(plane -> OccurringLevels.of(plane, layout.bitDepth(), most))
            .toArray(OccurringLevels[]::new);
    boolean gaps = Arrays.stream(levels).anyMatch(OccurringLevels::areListed);
    return gaps ? Optional.of(ranked(picture, levels)) : Optional.empty();
  }

  private static Media ranked(Media picture, OccurringLevels[] levels) {
    ByteSink lists = new ByteSink();
    int[][] ranks = new int[levels.length][];
    int depth = LEAST_DEPTH;
    for (int c = 0; c < levels.length; c++) {
      levels[c].pack(lists);
      ranks[c] = levels[c].ranks(picture.planes()[c]);
      depth = Math.max(depth, levels[c].rankDepth());
    }
    ByteSink packed = new ByteSink();
    PackedBytes.write(packed, lists.toBytes(), EVEN_STEPS);
    ByteSink foreign = new ByteSink().u8(picture.layout().bitDepth());
    foreign.varint(packed.size()).bytes(packed.toBytes()).bytes(picture.foreign());
    return picture.inSamples(depth, ranks, foreign.toBytes());
  }

  /**
   * The picture of ranks. A rank without a value, which damage can bring, stands for the greatest.
   *
   * @throws io.ardmstream.failure.CorruptDataException when the values are damaged
   */
  public static Media values(Media ranks) {
    ForeignSource source = new ForeignSource(ranks.foreign());
    int depth = source.u8();
    boolean possible = depth >= LEAST_DEPTH && depth <= OccurringLevels.DEEPEST;
    source.require(possible, "have values of " + depth + " bits");
    byte[] packed = source.bytes(source.varint());
    byte[] foreign = source.rest();
    ForeignSource lists =
        new ForeignSource(PackedBytes.read(new ForeignSource(packed), EVEN_STEPS));
    int[][] values = new int[ranks.planes().length][];
    for (int c = 0; c < values.length; c++) {
      values[c] = OccurringLevels.unpack(lists, depth).values(ranks.planes()[c]);
    }
    lists.require(lists.remaining() == 0, "list more values than there are channels");
    return ranks.inSamples(depth, values, foreign);
  }
}
