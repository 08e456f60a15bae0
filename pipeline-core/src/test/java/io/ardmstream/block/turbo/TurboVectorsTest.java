package io.ardmstream.block.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.classic.ClassicCoder;
import io.ardmstream.media.Modality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code docs/FORMAT-TURBO.md} says what the code does. */
class TurboVectorsTest {
  private static final Path SPECIFICATION = Path.of("..", "docs", "FORMAT-TURBO.md");

  private static final BlockLayout COLOURS = new BlockLayout(Modality.IMAGE, 4, 2, 3, 8, false);
  private static final int[][] COLOUR_SAMPLES = {
    {10, 12, 14, 20, 11, 13, 15, 22},
    {20, 22, 24, 30, 21, 23, 25, 31},
    {5, 7, 9, 15, 6, 8, 10, 200},
  };
  private static final BlockLayout SOUND = new BlockLayout(Modality.AUDIO, 8, 1, 2, 16, true);
  private static final int[][] SOUND_SAMPLES = {
    {0, 3, 7, 4, -2, -6, -3, 1}, {0, 2, 6, 5, -1, -5, -4, 0},
  };

  @Test
  @DisplayName("the payloads of the specification are those of its samples")
  void vectors() throws IOException {
    assertVector(COLOURS, COLOUR_SAMPLES);
    assertVector(SOUND, SOUND_SAMPLES);
  }

  private static void assertVector(BlockLayout layout, int[][] samples) throws IOException {
    byte[] payload = ClassicCoder.encodeFast(new Block(layout, samples)).orElseThrow();
    assertThat(Files.readString(SPECIFICATION))
        .contains("`" + HexFormat.of().formatHex(payload) + "`");
    assertThat(new ClassicCoder().decode(layout, payload).planes()).isDeepEqualTo(samples);
  }

  @Property(tries = 60)
  void aDecoderWrittenFromTheSpecificationReadsPictures(
      @ForAll @IntRange(min = 1, max = 300) int width,
      @ForAll @IntRange(min = 1, max = 20) int height,
      @ForAll @IntRange(min = 1, max = 6) int channels,
      @ForAll @IntRange(min = 1, max = 16) int depth,
      @ForAll boolean signed,
      @ForAll long seed) {
    assertReadable(
        new BlockLayout(Modality.IMAGE, width, height, channels, depth, signed), new Random(seed));
  }

  @Property(tries = 60)
  void aDecoderWrittenFromTheSpecificationReadsSound(
      @ForAll @IntRange(min = 1, max = 6000) int frames,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(min = 1, max = 24) int depth,
      @ForAll boolean signed,
      @ForAll long seed) {
    assertReadable(
        new BlockLayout(Modality.AUDIO, frames, 1, channels, depth, signed), new Random(seed));
  }

  private static void assertReadable(BlockLayout layout, Random random) {
    Block block = Waves.block(layout, random);
    byte[] payload = TurboCoder.encode(block).orElseThrow();
    assertThat(WrittenDecoder.decode(layout, payload).planes()).isDeepEqualTo(block.planes());
  }
}
