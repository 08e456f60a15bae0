package io.ardmstream.codec.decode;

import io.ardmstream.block.BlockGrid;
import io.ardmstream.block.BlockHistory;
import io.ardmstream.container.Container;
import io.ardmstream.failure.CorruptDataException;
import java.util.HashMap;
import java.util.Map;

/** What decoding a group has come to: the state that its next record leans on. */
final class GroupProgress {
  /** Of each block of the grid that leans on others, by its number. */
  final Map<Integer, BlockHistory> histories = new HashMap<>();

  private Container last;
  private boolean lost;

  /** Whether a record was lost, so that none after it can be decoded. */
  boolean isLost() {
    return lost;
  }

  /** Whether no record was decoded yet. */
  boolean isFresh() {
    return last == null;
  }

  void lose() {
    lost = true;
  }

  /** Goes on to the next record. */
  void advance(Container decoded) {
    last = decoded;
  }

  /**
   * Checks that a record can be the next one.
   *
   * @throws CorruptDataException when it is unlike the ones before
   */
  void checkLike(Container container) {
    boolean alike =
        last == null
            || last.version() == container.version()
                && (container.isJpegInGroup() || sameShape(last, container))
                && last.header().model().equals(container.header().model());
    if (!alike) {
      throw new CorruptDataException(
          "The records of a group have different shapes, models or versions",
          "record %d of its group".formatted(1 + container.header().group().orElseThrow().place()),
          "Fetch the encoded records again from where they came.");
    }
  }

  private static boolean sameShape(Container before, Container container) {
    BlockGrid grid = container.header().grid();
    return container.isSoundInGroup()
        ? grid.layout().isLikeSound(before.header().grid().layout())
        : grid.equals(before.header().grid());
  }
}
