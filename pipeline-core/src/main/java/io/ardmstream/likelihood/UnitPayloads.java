package io.ardmstream.likelihood;

import io.ardmstream.block.ModelledBlock;
import io.ardmstream.bytes.Varint;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The payload of a block of several units: the units' payloads in order, each but the last preceded
 * by its length as a {@link Varint}.
 */
public final class UnitPayloads {

  private final byte[] payload;
  private int left;
  private int position;

  /** Reads the payload of a block of so many units. */
  public UnitPayloads(byte[] payload, int units) {
    this.payload = payload;
    this.left = units;
  }

  /** Bytes of the model's own, then the payload of a block's units, whose samples are written. */
  static ModelledBlock join(byte[] head, List<UnitWriter> units) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes(head);
    BitCount bits = new BitCount();
    for (int i = 0; i < units.size(); i++) {
      byte[] unit = units.get(i).finish();
      if (i + 1 < units.size()) {
        Varint.write(unit.length, payload);
      }
      payload.writeBytes(unit);
      bits.add(units.get(i).bits());
    }
    return new ModelledBlock(payload.toByteArray(), bits.total(), bits.byStage());
  }

  /** The next unit's payload; garbage where the whole is damaged. */
  public Span next() {
    left--;
    int rest = payload.length - position;
    int length = left == 0 ? rest : (int) Varint.read(this::nextByte, 35);
    length = Math.max(0, Math.min(length, payload.length - position));
    Span next = new Span(payload, position, length);
    position += length;
    return next;
  }

  private int nextByte() {
    return position < payload.length ? payload[position++] & 0xFF : 0;
  }
}
