package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import java.util.Optional;

/** One of the formats of a classic payload, without the byte that names it. */
interface ClassicFormat {

  /** The coded samples, unless this format does not suit the block. */
  Optional<byte[]> encode(Block block);

  /** Whether older formats have no chance against it where it suits. */
  default boolean isFinal() {
    return true;
  }

  /** A byte, and what it heads. */
  static byte[] headed(int head, byte[] rest) {
    byte[] whole = new byte[rest.length + 1];
    whole[0] = (byte) head;
    System.arraycopy(rest, 0, whole, 1, rest.length);
    return whole;
  }

  /**
   * The samples. Damage gives wrong samples or an {@link IllegalArgumentException}, never a hang or
   * memory beyond that of the block.
   *
   * @param coded what {@link #encode} gave
   */
  Block decode(BlockLayout layout, byte[] coded);
}
