package io.ardmstream.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.media.SampleLayout;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BlockGridTest {
  private static final BlockSizes SIZES = new BlockSizes(16, 100, 1 << 14);

  @Property(tries = 100)
  void blocksPutTogetherAreTheRecord(
      @ForAll @IntRange(min = 1, max = 70) int width,
      @ForAll @IntRange(min = 1, max = 70) int height) {
    SampleLayout layout = SampleLayout.image(width, height, 2, 8);
    BlockGrid grid = SIZES.grid(layout);
    int[][] planes = new int[2][layout.planeSize()];
    Random random = new Random(width);
    for (int[] plane : planes) {
      IntStream.range(0, plane.length).forEach(i -> plane[i] = random.nextInt(256));
    }

    int[][] joined = new int[2][layout.planeSize()];
    for (int i = 0; i < grid.count(); i++) {
      grid.paste(grid.cut(planes, i), joined, i);
    }

    assertThat(joined).isDeepEqualTo(planes);
  }

  @Property(tries = 100)
  void blocksAreOfAlmostEqualSizeAndNoneTooLarge(
      @ForAll @IntRange(min = 1, max = 1000) int frames) {
    BlockGrid grid = SIZES.grid(SampleLayout.audio(frames, 1, 16, true));

    int[] widths =
        IntStream.range(0, grid.count()).map(i -> grid.layoutOf(i).width()).sorted().toArray();

    assertThat(IntStream.of(widths).sum()).isEqualTo(frames);
    assertThat(widths[widths.length - 1]).isLessThanOrEqualTo(100);
    assertThat(widths[widths.length - 1] - widths[0]).isLessThanOrEqualTo(1);
  }

  @Example
  void drawingsAreCutIntoLargerBlocks() {
    SampleLayout layout = SampleLayout.image(600, 2100, 3, 8);

    BlockGrid grid = BlockSizes.defaults().ofDrawings().grid(layout);

    assertThat(BlockSizes.defaults().grid(layout).count()).isEqualTo(3);
    assertThat(grid.count()).isEqualTo(2);
    assertThatThrownBy(() -> new BlockSizes(256, 255, 1, 1 << 14))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void anEmptyRecordIsOneEmptyBlock() {
    BlockGrid grid = SIZES.grid(SampleLayout.opaque(0));

    assertThat(grid.count()).isEqualTo(1);
    assertThat(grid.layoutOf(0).samples()).isZero();
  }
}
