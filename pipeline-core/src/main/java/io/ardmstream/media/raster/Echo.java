package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;

/**
 * A range of plain bytes in which those that are no samples resemble others before them: what fills
 * up a tile is often left over from the tile before.
 *
 * @param distance how far before, at least 1; 0 if there is none
 * @param from first byte of the range
 * @param to first byte after it
 */
public record Echo(int distance, int from, int to) {
  /** No byte resembles another. */
  public static final Echo NONE = new Echo(0, 0, 0);

  /** The byte that the one at a place resembles, or 0. */
  byte of(byte[] plain, int at) {
    boolean inside = distance > 0 && at >= from && at < to && at - from >= distance;
    return inside ? plain[at - distance] : 0;
  }

  /** Whether that is so in most places. */
  boolean pays(byte[] plain, byte[] marks) {
    int gains = 0;
    for (int i = from; i < Math.min(to, plain.length); i++) {
      byte value = (byte) (plain[i] & ~marks[i]);
      byte echoed = (byte) ((plain[i] ^ of(plain, i)) & ~marks[i]);
      gains += (value != 0 ? 1 : 0) - (echoed != 0 ? 1 : 0);
    }
    return gains > 0;
  }

  void pack(ByteSink sink) {
    sink.varint(distance);
    if (distance > 0) {
      sink.varint(from).varint(to);
    }
  }

  static Echo unpack(ForeignSource source) {
    int distance = source.varint();
    return distance == 0 ? NONE : new Echo(distance, source.varint(), source.varint());
  }
}
