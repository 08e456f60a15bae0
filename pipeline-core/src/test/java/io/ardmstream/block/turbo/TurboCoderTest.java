package io.ardmstream.block.turbo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TurboCoderTest {

  private static void assertComesBack(Block block) {
    byte[] coded = TurboCoder.encode(block).orElseThrow();
    assertThat(TurboCoder.decode(block.layout(), coded).planes()).isDeepEqualTo(block.planes());
  }

  @Property(tries = 200)
  void picturesComeBack(
      @ForAll @IntRange(min = 1, max = 70) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 5) int channels,
      @ForAll @IntRange(min = 1, max = 16) int depth,
      @ForAll long seed) {
    BlockLayout layout = new BlockLayout(Modality.IMAGE, width, height, channels, depth, false);
    assertComesBack(Waves.block(layout, new Random(seed)));
  }

  @Property(tries = 200)
  void soundComesBack(
      @ForAll @IntRange(min = 1, max = 3000) int frames,
      @ForAll @IntRange(min = 1, max = 5) int channels,
      @ForAll @IntRange(min = 1, max = 24) int depth,
      @ForAll long seed) {
    BlockLayout layout = new BlockLayout(Modality.AUDIO, frames, 1, channels, depth, depth > 8);
    assertComesBack(Waves.block(layout, new Random(seed)));
  }

  @Property(tries = 300)
  void damageGivesWrongSamplesOrIsRefused(
      @ForAll boolean picture,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll long seed) {
    Random random = new Random(seed);
    BlockLayout layout =
        picture
            ? new BlockLayout(Modality.IMAGE, 24, 16, channels, 8, false)
            : new BlockLayout(Modality.AUDIO, 400, 1, channels, 16, true);
    byte[] coded = TurboCoder.encode(Waves.block(layout, random)).orElseThrow();
    byte[] damaged = Arrays.copyOf(coded, 1 + random.nextInt(coded.length));
    for (int flips = random.nextInt(4); flips >= 0; flips--) {
      damaged[random.nextInt(random.nextBoolean() ? 1 : damaged.length)] ^=
          (byte) (1 + random.nextInt(255));
    }
    try {
      int least = layout.signed() ? -1 << layout.bitDepth() - 1 : 0;
      int most = least + (1 << layout.bitDepth()) - 1;
      for (int[] plane : TurboCoder.decode(layout, damaged).planes()) {
        for (int sample : plane) {
          assertThat(sample).isBetween(least, most);
        }
      }
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching(".+");
    }
  }

  @Test
  @DisplayName(
      "sound is empty, constant, or of 255 channels; pictures are of one pixel, or long and thin")
  void extremeShapesComeBack() {
    Random random = new Random(5);
    assertComesBack(Block.blank(new BlockLayout(Modality.AUDIO, 0, 1, 2, 16, true)));
    assertComesBack(Block.blank(new BlockLayout(Modality.AUDIO, 9000, 1, 2, 16, true)));
    assertComesBack(Waves.block(new BlockLayout(Modality.AUDIO, 300, 1, 255, 24, true), random));
    assertComesBack(Block.blank(new BlockLayout(Modality.IMAGE, 64, 64, 3, 8, false)));
    assertComesBack(Waves.block(new BlockLayout(Modality.IMAGE, 9, 7, 255, 16, false), random));
    assertComesBack(Waves.block(new BlockLayout(Modality.IMAGE, 1, 1, 1, 1, false), random));
    assertComesBack(Waves.block(new BlockLayout(Modality.IMAGE, 70000, 2, 3, 16, true), random));
    assertComesBack(Waves.block(new BlockLayout(Modality.IMAGE, 1, 9000, 3, 8, false), random));
  }

  @Test
  @DisplayName("deeper samples are not covered")
  void deeperSamplesAreNotCovered() {
    BlockLayout picture = new BlockLayout(Modality.IMAGE, 4, 4, 1, 17, false);
    BlockLayout sound = new BlockLayout(Modality.AUDIO, 4, 1, 1, 25, true);
    assertThat(TurboCoder.encode(Block.blank(picture))).isEmpty();
    assertThat(TurboCoder.encode(Block.blank(sound))).isEmpty();
    assertThatThrownBy(() -> TurboCoder.decode(picture, new byte[9]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
