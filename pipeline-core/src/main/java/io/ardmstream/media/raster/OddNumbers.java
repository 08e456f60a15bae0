package io.ardmstream.media.raster;

import io.ardmstream.media.numbers.Floats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words of a sound that no integer stands for: infinities, negative zero, numbers next to zero, and
 * those that are none. Where they are few, patches leave them out, and their bytes are foreign.
 */
final class OddNumbers {
  /** What a patch takes, about, in bits. */
  private static final long PATCH_COST = 160;

  private static final int MOST_PATCHES = 1 << 12;

  private OddNumbers() {}

  /** The samples without such words; empty if there are none, very many, or nothing else. */
  static Optional<Raster> without(Raster sound, byte[] file) {
    List<Patch> ordinary = new ArrayList<>();
    for (Patch patch : sound.patches()) {
      int start = 0;
      for (int x = 0; x <= patch.width(); x++) {
        if (x == patch.width() || isOdd(sound, file, patch, x)) {
          if (x > start) {
            ordinary.add(patch.columns(start, x));
          }
          start = x + 1;
        }
      }
      if (ordinary.size() > MOST_PATCHES) {
        return Optional.empty();
      }
    }
    boolean useful = !ordinary.isEmpty() && !ordinary.equals(sound.patches());
    return useful
        ? Optional.of(
            new Raster(sound.width(), sound.height(), sound.channels(), sound.words(), ordinary))
        : Optional.empty();
  }

  private static boolean isOdd(Raster sound, byte[] file, Patch patch, int x) {
    long word = sound.words().read(file, patch.address() + x * patch.step(), patch.bits());
    return Floats.isOdd(word, patch.bits());
  }

  /** About how many bits it takes to leave out what a sound has more than its ordinary samples. */
  static long cost(Raster sound, Raster ordinary) {
    long words = 0;
    for (Patch patch : sound.patches()) {
      words += patch.width();
    }
    for (Patch patch : ordinary.patches()) {
      words -= patch.width();
    }
    long more = ordinary.patches().size() - sound.patches().size();
    return words * sound.bits() + Math.max(0, more) * PATCH_COST;
  }

  /** Has each sample that is left out, which means nothing, repeat the one before it. */
  static void bridge(Raster ordinary, int[][] planes) {
    int[] ends = new int[planes.length];
    for (Patch patch : ordinary.patches()) {
      int[] plane = planes[patch.channel()];
      hold(plane, ends[patch.channel()], patch.left());
      ends[patch.channel()] = patch.left() + patch.width();
    }
    for (int c = 0; c < planes.length; c++) {
      hold(planes[c], ends[c], planes[c].length);
    }
  }

  private static void hold(int[] plane, int from, int to) {
    for (int at = Math.max(1, from); at < to; at++) {
      plane[at] = plane[at - 1];
    }
  }
}
