package io.ardmstream.transform.audio;

import java.nio.ByteBuffer;

/** Reads the parts of {@link AudioParameters}; past the end of the bytes there are zeros. */
final class ParameterReader {
  private static final int MOST_LISTED = 1 << 20;

  private final ByteBuffer in;
  private final int bitDepth;
  private int pending;
  private int count;

  ParameterReader(ByteBuffer in, int bitDepth) {
    this.in = in;
    this.bitDepth = bitDepth;
  }

  int unsignedByte() {
    return in.hasRemaining() ? in.get() & 0xFF : 0;
  }

  ChannelCode channel() {
    return switch (unsignedByte()) {
      case ParameterWriter.PROGRESSION -> new ChannelCode.Predicted(progression());
      case ParameterWriter.LISTED -> new ChannelCode.Predicted(listed());
      case ParameterWriter.COPIED -> new ChannelCode.Copied(false);
      case ParameterWriter.NEGATED -> new ChannelCode.Copied(true);
      default -> AudioParameters.ordinary(bitDepth);
    };
  }

  private ValueSet progression() {
    int first = signed();
    long step = varint() + 1;
    return new Progression(first, step, varint() + 1);
  }

  private ValueSet listed() {
    int[] values = new int[(int) Math.min(varint() + 1, MOST_LISTED)];
    values[0] = signed();
    int shift = unsignedByte() & 15;
    long largest = (1L << (bitDepth - 1)) - 1;
    for (int i = 1; i < values.length; i++) {
      values[i] = (int) Math.min(largest, values[i - 1] + 1 + gap(shift));
    }
    count = 0;
    return new ListedValues(values);
  }

  private long gap(int shift) {
    int upper = 0;
    while (upper < GapBits.ESCAPE && bit() == 1) {
      upper++;
    }
    return upper == GapBits.ESCAPE ? plain(32) : ((long) upper << shift) + plain(shift);
  }

  private long plain(int bits) {
    long value = 0;
    for (int i = 0; i < bits; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  private int bit() {
    if (count == 0) {
      pending = unsignedByte();
      count = 8;
    }
    count--;
    return pending >>> count & 1;
  }

  private int signed() {
    int value = (int) varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** At most 32 bits. */
  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int part = unsignedByte();
      value |= (long) (part & 0x7F) << shift;
      if (part < 0x80) {
        break;
      }
    }
    return value & 0xFFFFFFFFL;
  }
}
