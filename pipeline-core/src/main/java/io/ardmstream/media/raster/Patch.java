package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;

/**
 * A rectangle of one channel, and where its samples stand in a file: the one of column x and row y
 * at {@code address + x * step + y * pitch}, in bits.
 *
 * @param channel its plane
 * @param left column of the plane
 * @param top row of the plane
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param bits of a sample, 1 to 64
 * @param address of the first sample
 * @param step from one column to the next
 * @param pitch from one row to the next, negative if they come from the lowest
 */
public record Patch(
    int channel,
    int left,
    int top,
    int width,
    int height,
    int bits,
    long address,
    long step,
    long pitch) {
  private static final int WIDEST = 64;
  private static final int FIELDS = 9;

  /** Nothing before the first patch. */
  static final Patch NONE = new Patch(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The same with another number of rows. */
  Patch withHeight(int rows) {
    return new Patch(channel, left, top, width, rows, bits, address, step, pitch);
  }

  /** Some of its columns. */
  Patch columns(int from, int to) {
    long first = address + from * step;
    return new Patch(channel, left + from, top, to - from, height, bits, first, step, pitch);
  }

  /** The same bits, the first row of which is the lowest. */
  public Patch upsideDown() {
    long last = address + (height - 1) * pitch;
    return new Patch(channel, left, top, width, height, bits, last, step, -pitch);
  }

  /** Whether it is inside planes of a size and inside so many bits. */
  boolean fits(int planes, int wide, int high, long length) {
    boolean inside = channel >= 0 && channel < planes && left >= 0 && top >= 0;
    boolean sized = width >= 1 && height >= 1 && bits >= 1 && bits <= WIDEST;
    return inside
        && sized
        && (long) left + width <= wide
        && (long) top + height <= high
        && reaches(length);
  }

  /** Whether all its samples are inside so many bits. */
  private boolean reaches(long length) {
    boolean tame = Math.abs(step) <= length && Math.abs(pitch) <= length;
    // a product of two lengths below 2^35 fits a double well enough to be refused
    double across = (double) (width - 1) * step;
    double down = (double) (height - 1) * pitch;
    double least = address + Math.min(0, across) + Math.min(0, down);
    double most = address + Math.max(0, across) + Math.max(0, down) + bits;
    return tame && least >= 0 && most <= length;
  }

  /** As what differs from the patch before it: those of a file are mostly alike. */
  void pack(ByteSink sink, Patch before) {
    long[] fields = fields();
    long[] known = before.fields();
    for (int i = 0; i < FIELDS; i++) {
      long difference = fields[i] - known[i];
      long zigzag = difference << 1 ^ difference >> 63;
      sink.varint((int) (zigzag & 0x3FFF_FFFF)).varint((int) (zigzag >>> 30));
    }
  }

  static Patch unpack(ForeignSource source, Patch before) {
    long[] fields = before.fields();
    for (int i = 0; i < FIELDS; i++) {
      long zigzag = source.varint() + ((long) source.varint() << 30);
      fields[i] += zigzag >>> 1 ^ -(zigzag & 1);
    }
    for (int i = 0; i < FIELDS - 3; i++) {
      source.require(fields[i] == (int) fields[i], "have a rectangle beyond all planes");
    }
    return new Patch(
        (int) fields[0],
        (int) fields[1],
        (int) fields[2],
        (int) fields[3],
        (int) fields[4],
        (int) fields[5],
        fields[6],
        fields[7],
        fields[8]);
  }

  private long[] fields() {
    return new long[] {channel, left, top, width, height, bits, address, step, pitch};
  }
}
