package io.ardmstream.container;

import io.ardmstream.api.PublicApi;
import java.util.Optional;

/**
 * The place of a record in a group, whose records are coded in order and lean on all before them.
 *
 * @param place how many records of the group come before it, 0 to {@value #MOST}
 * @param predecessor footer of the container of the record before it; 0 for the first
 */
@PublicApi
public record GroupPlace(int place, int predecessor) {
  /** Greatest place. */
  public static final int MOST = (1 << 16) - 1;

  /**
   * Samples of the largest record of a group: what is learnt from them takes a multiple of their
   * memory.
   */
  public static final long MOST_SAMPLES = 1 << 22;

  /**
   * Blocks of a record of a group that an encoder makes at most, since what each of them leaves for
   * those after it takes memory.
   */
  public static final int MOST_BLOCKS = 64;

  /** The place of a first record. */
  public static final GroupPlace FIRST = new GroupPlace(0, 0);

  /**
   * Checks the place.
   *
   * @throws IllegalArgumentException when it is out of range
   */
  public GroupPlace {
    if (place < 0 || place > MOST || place == 0 && predecessor != 0) {
      throw new IllegalArgumentException("no place in a group: " + place + ", " + predecessor);
    }
  }

  /** The place of the record after one here whose container is given. */
  public GroupPlace after(byte[] container) {
    return new GroupPlace(place + 1, ContainerReader.footer(container));
  }

  /** The place that a container names; empty if it stands alone or is damaged. */
  public static Optional<GroupPlace> of(byte[] container) {
    return ContainerReader.groupPlace(container);
  }

  /** Whether a container is that of the record before the one here. */
  public boolean follows(byte[] container) {
    return leans()
        && of(container).map(before -> before.place() == place - 1).orElse(false)
        && ContainerReader.footer(container) == predecessor;
  }

  /** Whether another record is before it. */
  public boolean leans() {
    return place > 0;
  }
}
