package io.ardmstream.media.png;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Which entries of a palette its picture uses.
 *
 * @param size entries of the palette
 * @param used those that the picture uses
 */
record UsedEntries(int size, BitSet used) {

  /** Those that occur in a picture of valid indices. */
  static UsedEntries in(int[] indices, int size) {
    BitSet used = new BitSet(size);
    for (int index : indices) {
      used.set(index);
    }
    return new UsedEntries(size, used);
  }

  static UsedEntries all(int size) {
    BitSet used = new BitSet(size);
    used.set(0, size);
    return new UsedEntries(size, used);
  }

  boolean areAll() {
    return used.cardinality() == size;
  }

  /** Numbers of the entries in use, ascending. */
  int[] numbers() {
    return used.stream().toArray();
  }

  /** Numbers of the others, ascending. */
  int[] others() {
    BitSet others = new BitSet(size);
    others.set(0, size);
    others.andNot(used);
    return others.stream().toArray();
  }

  /** Colours of the entries in use. */
  List<Integer> of(PngPalette palette) {
    return used.stream().mapToObj(entry -> palette.colours()[entry]).toList();
  }

  /** These colours in the places of the entries in use; 0 in the others. */
  int[] spread(List<Integer> colours) {
    int[] spread = new int[size];
    Iterator<Integer> next = colours.iterator();
    used.stream().forEach(entry -> spread[entry] = next.next());
    return spread;
  }

  /** For each pixel the entry in use that has its colour. */
  int[] indices(int[] pixels, PngPalette palette) {
    Map<Integer, Integer> places = new HashMap<>();
    used.stream().forEach(entry -> places.put(palette.colours()[entry], entry));
    return Arrays.stream(pixels).map(places::get).toArray();
  }

  /** Their number, then lengths of runs, of used entries and of others in turn. */
  void pack(ByteSink sink) {
    List<Integer> runs = new ArrayList<>();
    int at = 0;
    while (at < size) {
      boolean even = runs.size() % 2 == 0;
      int next = even ? used.nextClearBit(at) : used.nextSetBit(at);
      int end = next < 0 ? size : next;
      runs.add(end - at);
      at = end;
    }
    sink.varint(runs.size());
    runs.forEach(sink::varint);
  }

  static UsedEntries unpack(ForeignSource source) {
    BitSet used = new BitSet();
    int size = 0;
    int runs = source.varint();
    for (int run = 0; run < runs; run++) {
      int length = source.varint();
      source.require(length <= PngPalette.MOST - size, "hold a palette that is too large");
      used.set(size, size + length, run % 2 == 0);
      size += length;
    }
    return new UsedEntries(size, used);
  }
}
