package io.ardmstream.block.classic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockCoderContract;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.MediaKind;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassicCoderTest extends BlockCoderContract {
  private final ClassicCoder coder = new ClassicCoder();

  @Override
  protected Optional<byte[]> encode(Block block) {
    return Optional.of(coder.encode(block));
  }

  @Override
  protected Block decode(BlockLayout layout, byte[] payload) {
    return coder.decode(layout, payload);
  }

  @Override
  protected int mostGrowth(BlockLayout layout) {
    return 64 + (int) layout.storedBytes() / 2;
  }

  @Test
  void aDrawingTakesAHundredthOfItsSamples() {
    Block drawing = drawing();
    assertThat(coder.encode(drawing).length).isLessThan((int) drawing.layout().storedBytes() / 100);
    assertThat(coder.worthTrying(drawing, true)).isTrue();
  }

  @Test
  void noiseIsLeftToTheModel() {
    Block noise = drawing();
    Random random = new Random(1);
    for (int[] plane : noise.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = random.nextInt(256);
      }
    }
    assertThat(coder.worthTrying(noise, true)).isFalse();
    assertThat(coder.worthTrying(noise, false)).isTrue();
  }

  private static Block drawing() {
    Block block = Block.blank(new BlockLayout(MediaKind.IMAGE, 128, 128, 3, 8, false));
    for (int[] plane : block.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (i % 128 / 32 + i / 128 / 24) % 3 * 80;
      }
    }
    return block;
  }
}
