package io.ardmstream.transform.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class YCoCgRTest {

  @Property
  void inverseRestoresEveryBitDepth(
      @ForAll @IntRange(min = 1, max = 32) int bits, @ForAll long seed) {
    int[][] rgb = random(3, 50, bits, seed);

    assertThat(YCoCgR.inverse(YCoCgR.forward(rgb))).isDeepEqualTo(rgb);
  }

  @Property
  void lumaKeepsTheRangeAndChromaNeedsOneBitMore(
      @ForAll @IntRange(min = 1, max = 16) int bits, @ForAll long seed) {
    int[][] transformed = YCoCgR.forward(random(3, 50, bits, seed));

    int largest = (1 << bits) - 1;
    assertThat(Arrays.stream(transformed[0])).allMatch(y -> y >= 0 && y <= largest);
    assertThat(Arrays.stream(transformed[1])).allMatch(co -> co >= -largest && co <= largest);
    assertThat(Arrays.stream(transformed[2])).allMatch(cg -> cg >= -largest && cg <= largest);
  }

  @Test
  void greyHasNoChroma() {
    int[] grey = {0, 1, 128, 255};

    int[][] transformed = YCoCgR.forward(new int[][] {grey, grey, grey});

    assertThat(transformed).isDeepEqualTo(new int[][] {grey, new int[4], new int[4]});
  }

  @Test
  void knownColour() {
    int[][] orange = {{255}, {128}, {0}};

    assertThat(YCoCgR.forward(orange)).isDeepEqualTo(new int[][] {{127}, {255}, {1}});
  }

  @Test
  void alphaPassesUnchangedAndTheInputStaysAsItWas() {
    int[][] rgba = random(4, 20, 8, 1);
    int[][] before = {rgba[0].clone(), rgba[1].clone(), rgba[2].clone(), rgba[3].clone()};

    int[][] transformed = YCoCgR.forward(rgba);

    assertThat(transformed[3]).containsExactly(before[3]);
    assertThat(rgba).isDeepEqualTo(before);
    assertThat(YCoCgR.inverse(transformed)).isDeepEqualTo(before);
  }

  @Test
  void twoPlanesAreNoColours() {
    assertThatThrownBy(() -> YCoCgR.forward(new int[2][5])).hasMessageContaining("got 2 planes");
  }

  private static int[][] random(int channels, int samples, int bits, long seed) {
    Random random = new Random(seed);
    int[][] planes = new int[channels][samples];
    for (int[] plane : planes) {
      for (int i = 0; i < samples; i++) {
        plane[i] = bits == 32 ? random.nextInt() : random.nextInt() & ((1 << bits) - 1);
      }
    }
    return planes;
  }
}
