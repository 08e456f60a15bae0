package io.ardmstream.media.png;

import java.util.Comparator;
import java.util.List;

/**
 * An order that programs give to palettes: by alpha in one of three ways, then by one of three
 * keys. Its number is part of the encoded format.
 */
record ColourOrder(int number) {
  /** How many orders there are. */
  static final int COUNT = 9;

  private static final List<Comparator<ColourUse>> ALPHAS =
      List.of(
          Comparator.comparingInt(use -> 0),
          Comparator.comparingInt(use -> use.alpha() == PngPalette.OPAQUE ? 1 : 0),
          Comparator.comparingInt(ColourUse::alpha));

  private static final List<Comparator<ColourUse>> KEYS =
      List.of(
          Comparator.comparingInt(ColourUse::first),
          Comparator.comparingLong(ColourUse::colourThenAlpha),
          Comparator.comparingInt(ColourUse::count).reversed().thenComparingInt(ColourUse::first));

  /** The colours in this order. */
  List<Integer> sorted(List<ColourUse> uses) {
    Comparator<ColourUse> alpha = ALPHAS.get(number / KEYS.size());
    Comparator<ColourUse> key = KEYS.get(number % KEYS.size());
    return uses.stream().sorted(alpha.thenComparing(key)).map(ColourUse::colour).toList();
  }
}
