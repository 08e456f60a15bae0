package io.ardmstream.transform.audio;

import io.ardmstream.bytes.BitSink;
import io.ardmstream.bytes.Varint;
import java.io.ByteArrayOutputStream;

/** Writes {@link AudioParameters} in the order {@link ParameterReader} reads them. */
final class ParameterWriter {
  static final int FULL = 0;
  static final int PROGRESSION = 1;
  static final int LISTED = 2;
  static final int COPIED = 3;
  static final int NEGATED = 4;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void unsignedByte(int value) {
    out.write(value);
  }

  void channel(ChannelCode code, int bitDepth) {
    if (code instanceof ChannelCode.Copied copy) {
      unsignedByte(copy.negated() ? NEGATED : COPIED);
    } else if (code instanceof ChannelCode.Predicted predicted) {
      values(predicted.values(), bitDepth);
    }
  }

  private void values(ValueSet values, int bitDepth) {
    if (values.equals(Progression.full(bitDepth))) {
      unsignedByte(FULL);
    } else if (values instanceof Progression progression) {
      unsignedByte(PROGRESSION);
      varint(zigzag(progression.first()));
      varint(progression.step() - 1);
      varint(progression.size() - 1);
    } else if (values instanceof ListedValues listed) {
      unsignedByte(LISTED);
      list(listed.values());
    }
  }

  private void list(int[] values) {
    varint(values.length - 1L);
    varint(zigzag(values[0]));
    int shift = GapBits.bestShift(values);
    unsignedByte(shift);
    BitSink bits = new BitSink(out);
    for (int i = 1; i < values.length; i++) {
      GapBits.write(bits, values[i] - values[i - 1] - 1, shift);
    }
    bits.finish();
  }

  private static long zigzag(int value) {
    return ((value << 1) ^ (value >> 31)) & 0xFFFFFFFFL;
  }

  private void varint(long value) {
    Varint.write(value, out);
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
