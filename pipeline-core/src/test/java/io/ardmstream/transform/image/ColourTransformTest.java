package io.ardmstream.transform.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ColourTransformTest {

  @Property
  void inverseRestoresEveryBitDepth(
      @ForAll ColourTransform colours,
      @ForAll @IntRange(min = 1, max = 16) int bits,
      @ForAll long seed) {
    int[][] rgb = random(bits, seed);

    assertThat(colours.inverse(colours.forward(rgb))).isDeepEqualTo(rgb);
    assertThat(rgb).isDeepEqualTo(random(bits, seed));
  }

  @Property
  void oneChannelKeepsTheRangeAndTwoNeedOneBitMore(
      @ForAll ColourTransform colours,
      @ForAll @IntRange(min = 1, max = 16) int bits,
      @ForAll long seed) {
    int[][] transformed = colours.forward(random(bits, seed));

    int largest = (1 << bits) - 1;
    assertThat(Arrays.stream(transformed[0])).allMatch(y -> y >= 0 && y <= largest);
    for (int c = 1; c < 3; c++) {
      assertThat(Arrays.stream(transformed[c])).allMatch(v -> v >= -largest && v <= largest);
    }
  }

  @Example
  void knownColour() {
    int[][] orange = {{255}, {128}, {0}};

    assertThat(ColourTransform.of(0).forward(orange))
        .isDeepEqualTo(new int[][] {{127}, {255}, {1}});
    assertThat(ColourTransform.of(1).forward(orange))
        .isDeepEqualTo(new int[][] {{128}, {127}, {-128}});
  }

  @Example
  void othersAreUnknown() {
    assertThatThrownBy(() -> ColourTransform.of(2)).hasMessageContaining("2 is unknown");
    assertThatThrownBy(() -> ColourTransform.of(-1)).hasMessageContaining("-1 is unknown");
  }

  private static int[][] random(int bits, long seed) {
    Random random = new Random(seed);
    int[][] planes = new int[3][50];
    for (int[] plane : planes) {
      Arrays.setAll(plane, i -> random.nextInt(1 << bits));
    }
    return planes;
  }
}
