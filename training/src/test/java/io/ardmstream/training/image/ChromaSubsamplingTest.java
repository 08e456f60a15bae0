package io.ardmstream.training.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ardmstream.block.Block;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chroma of half the resolution, as other formats leave it. */
class ChromaSubsamplingTest {

  private final Random random = new Random(7);

  @RepeatedTest(20)
  @DisplayName("luma stays, whatever becomes of chroma")
  void keepsLuma() {
    Block tile = NoisyTile.of(70, 66, random);
    Block subsampled = new ChromaSubsampling(random).subsampled(tile);

    for (int i = 0; i < 70 * 66; i++) {
      assertThat(luma(subsampled, i)).isCloseTo(luma(tile, i), within(1.5));
    }
    assertThat(subsampled.planes()).isNotEqualTo(tile.planes());
  }

  @Test
  @DisplayName("grey pictures have no chroma to lose")
  void keepsGrey() {
    Block tile = NoisyTile.of(70, 66, random);
    int[][] planes = {tile.planes()[0], tile.planes()[0], tile.planes()[0]};
    Block grey = new Block(tile.layout(), planes);
    assertThat(new ChromaSubsampling(random).subsampled(grey).planes()).isDeepEqualTo(planes);
  }

  @ParameterizedTest
  @CsvSource({
    "CO_SITED, 0, 1 4 8 10 12 14 15 16",
    "CO_SITED, 1, 2 4 8 11 12 14 15 16",
    "CENTRED,  0, 2 4 8 11 12 14 15 16",
    "REPEATED, 0, 2 2 10 10 13 13 16 16",
    "REPEATED, 1, 0 6 6 12 12 14 14 17",
  })
  @DisplayName("every second value is left, and the others are made of these")
  void resolution(HalfResolution.Siting siting, int phase, String expected) {
    int[] line = {0, 4, 8, 12, 12, 14, 15, 17};
    new HalfResolution(siting, phase).apply(line, 0, 1, line.length);
    assertThat(line)
        .containsExactly(Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  private static double luma(Block block, int i) {
    int[][] planes = block.planes();
    return 0.299 * planes[0][i] + 0.587 * planes[1][i] + 0.114 * planes[2][i];
  }
}
