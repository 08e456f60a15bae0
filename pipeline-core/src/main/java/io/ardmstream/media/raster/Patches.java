package io.ardmstream.media.raster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Patches in their order, those that continue one another joined. */
public final class Patches {
  private static final int MOST = 1 << 18;

  private final List<Patch> patches = new ArrayList<>();
  private final Map<Integer, Integer> last = new HashMap<>();

  /**
   * Adds one: below the last of its channel, if rows follow its rows in the file as in the plane.
   */
  public void add(Patch patch) {
    Integer index = last.get(patch.channel());
    if (index != null && continues(patches.get(index), patch)) {
      Patch above = patches.get(index);
      patches.set(index, above.withHeight(above.height() + patch.height()));
    } else {
      last.put(patch.channel(), patches.size());
      patches.add(patch);
    }
  }

  private static boolean continues(Patch above, Patch patch) {
    return above.left() == patch.left()
        && above.width() == patch.width()
        && above.bits() == patch.bits()
        && above.step() == patch.step()
        && above.pitch() == patch.pitch()
        && above.top() + above.height() == patch.top()
        && above.address() + above.height() * above.pitch() == patch.address();
  }

  /** Whether there are so many that no more should be added. */
  public boolean isFull() {
    return patches.size() >= MOST;
  }

  public List<Patch> toList() {
    return List.copyOf(patches);
  }
}
