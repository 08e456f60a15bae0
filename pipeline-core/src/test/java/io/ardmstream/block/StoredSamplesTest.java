package io.ardmstream.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Modality;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredSamplesTest extends BlockCoderContract {

  @Override
  protected Optional<byte[]> encode(Block block) {
    return Optional.of(StoredSamples.pack(block.planes(), block.layout().bitDepth()));
  }

  @Override
  protected Block decode(BlockLayout layout, byte[] payload) {
    return StoredSamples.unpack(layout, payload);
  }

  @Override
  protected int mostGrowth(BlockLayout layout) {
    return 0;
  }

  @Test
  void bitsFillBytesFromTheirMostSignificantEnd() {
    int[][] planes = {{1, 2}, {7, 0}};
    assertThat(StoredSamples.pack(planes, 3)).containsExactly(0b00101011, (byte) 0b10000000);
  }

  @Test
  void negativeSamplesAreInTwosComplement() {
    int[][] planes = {{-2, 1}};
    assertThat(StoredSamples.pack(planes, 16)).containsExactly(-1, -2, 0, 1);
  }

  @Test
  void missingBytesAreZeros() {
    BlockLayout layout = new BlockLayout(Modality.AUDIO, 3, 1, 1, 8, true);
    assertThat(StoredSamples.unpack(layout, new byte[] {-5}).planes()[0]).containsExactly(-5, 0, 0);
  }
}
