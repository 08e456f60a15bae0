package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Codes a block in whichever of a few small formats is the shortest. */
public final class ClassicCoder {
  /** Share of repeated places from which on a model may be beaten. */
  private static final double HOPEFUL = 0.25;

  /** A format's place in this list is its number in the payload; the list only ever grows. */
  private static final List<Variant> VARIANTS = List.of(new PackedLzma(), new MixedSamples());

  /**
   * Whether an attempt has a chance: a cheap estimate, made from the samples alone.
   *
   * @param modelled whether a likelihood model has coded the block, which makes photographs
   *     hopeless
   */
  public boolean worthTrying(Block block, boolean modelled) {
    return !modelled || Repetition.of(block) >= HOPEFUL;
  }

  /**
   * The shortest payload found.
   *
   * @param block with at least one sample
   */
  public byte[] encode(Block block) {
    byte[] best = null;
    for (int number = 0; number < VARIANTS.size(); number++) {
      Optional<byte[]> coded = VARIANTS.get(number).encode(block);
      if (coded.isPresent() && (best == null || coded.get().length + 1 < best.length)) {
        best = named(number, coded.get());
      }
    }
    return best;
  }

  /**
   * The samples of a block. A damaged payload gives wrong samples, never an exception and never a
   * hang: the block's checksum tells.
   */
  public Block decode(BlockLayout layout, byte[] payload) {
    int number = payload.length == 0 ? VARIANTS.size() : payload[0] & 0xFF;
    if (number >= VARIANTS.size()) {
      return Block.blank(layout);
    }
    try {
      byte[] coded = Arrays.copyOfRange(payload, 1, payload.length);
      return VARIANTS.get(number).decode(layout, coded);
    } catch (IllegalArgumentException damage) {
      return Block.blank(layout);
    }
  }

  private static byte[] named(int number, byte[] coded) {
    byte[] payload = new byte[coded.length + 1];
    payload[0] = (byte) number;
    System.arraycopy(coded, 0, payload, 1, coded.length);
    return payload;
  }
}
