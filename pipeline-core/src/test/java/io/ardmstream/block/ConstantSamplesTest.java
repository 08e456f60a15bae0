package io.ardmstream.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Modality;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConstantSamplesTest extends BlockCoderContract {

  @Override
  protected Optional<byte[]> encode(Block block) {
    return ConstantSamples.pack(block);
  }

  @Override
  protected Block decode(BlockLayout layout, byte[] payload) {
    return ConstantSamples.unpack(layout, payload);
  }

  @Override
  protected int mostGrowth(BlockLayout layout) {
    return 0;
  }

  @Test
  void onlyPlanesOfOneValueAreCoded() {
    BlockLayout layout = new BlockLayout(Modality.AUDIO, 3, 1, 2, 8, true);
    int[][] constant = {{4, 4, 4}, {-4, -4, -4}};
    int[][] varied = {{4, 4, 4}, {-4, -4, -3}};

    assertThat(ConstantSamples.pack(new Block(layout, constant))).contains(new byte[] {4, -4});
    assertThat(ConstantSamples.pack(new Block(layout, varied))).isEmpty();
  }
}
