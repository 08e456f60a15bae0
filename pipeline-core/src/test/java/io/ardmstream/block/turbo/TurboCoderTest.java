package io.ardmstream.block.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TurboCoderTest {

  /** Waves with noise, now and then at the ends of the range. */
  private static Block block(BlockLayout layout, Random random) {
    Block block = Block.blank(layout);
    long range = 1L << layout.bitDepth();
    long least = layout.signed() ? -range / 2 : 0;
    int noise = random.nextInt(layout.bitDepth());
    for (int[] plane : block.planes()) {
      for (int i = 0; i < plane.length; i++) {
        double wave = range / 2.0 * (1 + 0.8 * Math.sin(i * 0.03));
        long value = (long) wave + random.nextInt((2 << noise) + 1) - (1 << noise);
        boolean extreme = random.nextInt(50) == 0;
        long kept = extreme ? random.nextBoolean() ? 0 : range - 1 : value;
        plane[i] = (int) (least + Math.max(0, Math.min(range - 1, kept)));
      }
    }
    return block;
  }

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
    assertComesBack(block(layout, new Random(seed)));
  }

  @Property(tries = 200)
  void soundComesBack(
      @ForAll @IntRange(min = 1, max = 3000) int frames,
      @ForAll @IntRange(min = 1, max = 5) int channels,
      @ForAll @IntRange(min = 1, max = 24) int depth,
      @ForAll long seed) {
    BlockLayout layout = new BlockLayout(Modality.AUDIO, frames, 1, channels, depth, depth > 8);
    assertComesBack(block(layout, new Random(seed)));
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
    byte[] coded = TurboCoder.encode(block(layout, random)).orElseThrow();
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
}
