package io.ardmstream.block.classic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColourVarietyTest {
  private final Block block = Block.blank(new BlockLayout(Modality.IMAGE, 64, 64, 3, 8, false));

  private void fill(int channel, int values) {
    Random random = new Random(channel);
    Arrays.setAll(block.planes()[channel], i -> random.nextInt(values));
  }

  @Test
  void noiseHasManyColours() {
    for (int c = 0; c < 3; c++) {
      fill(c, 256);
    }
    assertThat(ColourVariety.isLow(block)).isFalse();
  }

  @Test
  void coloursOfATableAreFew() {
    fill(0, 200);
    for (int c = 1; c < 3; c++) {
      int factor = 20 * c + 1;
      Arrays.setAll(block.planes()[c], i -> block.planes()[0][i] * factor & 255);
    }
    assertThat(ColourVariety.isLow(block)).isTrue();
  }

  @Test
  void aChannelThatSaysNothingIsFew() {
    fill(0, 256);
    fill(1, 256);
    assertThat(ColourVariety.isLow(block)).isTrue();
    assertThat(new ClassicCoder().hint(block)).isEqualTo(Hint.FAIR);
  }

  @Test
  void greyAndSoundAreNotLookedAt() {
    assertThat(
            ColourVariety.isLow(Block.blank(new BlockLayout(Modality.IMAGE, 64, 64, 1, 8, false))))
        .isFalse();
    assertThat(
            ColourVariety.isLow(Block.blank(new BlockLayout(Modality.AUDIO, 64, 1, 2, 8, false))))
        .isFalse();
  }
}
