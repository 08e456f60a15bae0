package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.util.Arrays;

/**
 * The samples of one block. The planes are not copied; nobody changes them once they are in here.
 *
 * @param layout the shape
 * @param planes one array a channel, a sample at {@code y * width + x}
 */
@PublicApi(Stability.EVOLVING)
public record Block(BlockLayout layout, int[][] planes) {

  /**
   * Checks that the planes have the shape of the layout.
   *
   * @throws IllegalArgumentException when they have not
   */
  public Block {
    if (planes.length != layout.channels()) {
      throw new IllegalArgumentException(planes.length + " planes for " + layout);
    }
    for (int[] plane : planes) {
      if (plane.length != layout.planeSize()) {
        throw new IllegalArgumentException(plane.length + " samples in a plane of " + layout);
      }
    }
  }

  /** A block of zeros, to be filled by whoever decodes it. */
  public static Block blank(BlockLayout layout) {
    return new Block(layout, new int[layout.channels()][layout.planeSize()]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Block block
        && layout.equals(block.layout)
        && Arrays.deepEquals(planes, block.planes);
  }

  @Override
  public int hashCode() {
    return 31 * layout.hashCode() + Arrays.deepHashCode(planes);
  }

  @Override
  public String toString() {
    return "block of " + layout;
  }
}
