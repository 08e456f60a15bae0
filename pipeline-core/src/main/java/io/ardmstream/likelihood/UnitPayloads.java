package io.ardmstream.likelihood;

import io.ardmstream.block.ModelledBlock;
import io.ardmstream.coder.RansDecoder;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The payload of a block of several units: the units' payloads in order, each but the last preceded
 * by its length in base 128, least significant group first, the top bit telling that more follow.
 */
public final class UnitPayloads {

  private static final int MORE = 0x80;

  private final byte[] payload;
  private int left;
  private int position;

  /** Reads the payload of a block of so many units. */
  public UnitPayloads(byte[] payload, int units) {
    this.payload = payload;
    this.left = units;
  }

  /** Bytes of the model's own, then the payload of a block's units, whose symbols are collected. */
  static <U extends CodingUnit> ModelledBlock join(byte[] head, List<UnitSymbols<U>> units) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(head);
    BitCount bits = new BitCount();
    for (int i = 0; i < units.size(); i++) {
      byte[] unit = units.get(i).encode();
      if (i + 1 < units.size()) {
        writeLength(payload, unit.length);
      }
      payload.writeBytes(unit);
      bits.add(units.get(i).bits());
    }
    return new ModelledBlock(payload.toByteArray(), bits.total(), bits.byStage());
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    int rest = length;
    while (rest >= MORE) {
      out.write(rest | MORE);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /** The next unit's symbols; garbage where the payload is damaged. */
  public RansDecoder next() {
    left--;
    int rest = payload.length - position;
    int length = left == 0 ? rest : readLength();
    length = Math.max(0, Math.min(length, payload.length - position));
    RansDecoder decoder = RansDecoder.open(payload, position, length);
    position += length;
    return decoder;
  }

  private int readLength() {
    int length = 0;
    for (int shift = 0; shift < 32 && position < payload.length; shift += 7) {
      int group = payload[position++];
      length |= (group & (MORE - 1)) << shift;
      if ((group & MORE) == 0) {
        break;
      }
    }
    return length;
  }
}
