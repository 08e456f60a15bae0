package io.ardmstream.media.png;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order of the entries of a palette, as deviations from a usual one.
 *
 * @param usual the order they are told from
 * @param deviations packed; empty if there are none
 */
record EntryOrder(ColourOrder usual, byte[] deviations) {

  /** The shortest way to tell the order of these colours. */
  static EntryOrder of(List<Integer> colours, List<ColourUse> uses) {
    return IntStream.range(0, ColourOrder.COUNT)
        .mapToObj(number -> from(new ColourOrder(number), colours, uses))
        .min(Comparator.comparingInt(order -> order.deviations.length))
        .orElseThrow();
  }

  private static EntryOrder from(ColourOrder usual, List<Integer> colours, List<ColourUse> uses) {
    List<Integer> expected = usual.sorted(uses);
    boolean same = expected.equals(colours);
    return new EntryOrder(usual, same ? new byte[0] : Deviations.pack(expected, colours));
  }

  boolean isUsual() {
    return deviations.length == 0;
  }
}
