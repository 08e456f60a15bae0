package io.ardmstream.block.classic;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.StoredSamples;
import io.ardmstream.media.Modality;
import java.util.Optional;

/** LZMA of opaque bytes. */
final class PackedLzma implements ClassicFormat {

  @Override
  public Optional<byte[]> encode(Block block) {
    BlockLayout layout = block.layout();
    if (layout.kind() != Modality.OPAQUE) {
      return Optional.empty();
    }
    byte[] bytes = StoredSamples.pack(block.planes(), layout.bitDepth());
    return Optional.of(Lzma.encode(bytes, 3, 0, 0));
  }

  @Override
  public Block decode(BlockLayout layout, byte[] coded) {
    int length = Math.toIntExact(layout.storedBytes());
    return StoredSamples.unpack(layout, Lzma.decode(coded, 0, length));
  }
}
