package io.ardmstream.container;

import io.ardmstream.api.PublicApi;
import io.ardmstream.block.BlockMode;
import java.util.OptionalInt;

/**
 * Where a block lies in its container.
 *
 * @param mode how it is coded
 * @param offset of its payload, in bytes from the start of the container
 * @param length of its payload in bytes
 * @param checksum CRC-32C of its samples; empty in a container of one block, where that of the
 *     record stands for it
 */
@PublicApi
public record BlockEntry(BlockMode mode, int offset, int length, OptionalInt checksum) {

  /** The first byte after the payload. */
  public int end() {
    return offset + length;
  }
}
