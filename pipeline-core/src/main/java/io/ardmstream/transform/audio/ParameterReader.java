package io.ardmstream.transform.audio;

import io.ardmstream.bytes.BitSource;
import io.ardmstream.bytes.Varint;
import java.nio.ByteBuffer;

/** Reads the parts of {@link AudioParameters}; past the end of the bytes there are zeros. */
final class ParameterReader {
  private static final int MOST_LISTED = 1 << 20;

  private final ByteBuffer in;
  private final int bitDepth;

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
    BitSource bits = new BitSource(this::unsignedByte);
    for (int i = 1; i < values.length; i++) {
      values[i] = (int) Math.min(largest, values[i - 1] + 1 + GapBits.read(bits, shift));
    }
    return new ListedValues(values);
  }

  private int signed() {
    int value = (int) varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** At most 32 bits. */
  private long varint() {
    long value = Varint.read(this::unsignedByte, 35);
    return (value < 0 ? ~value : value) & 0xFFFFFFFFL;
  }
}
