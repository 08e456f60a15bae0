package io.ardmstream.media.raster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.SampleLayout;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Patches come back from few bytes where they are tiles of a picture, and come back anyway. */
class PatchGridTest {

  @Property(tries = 200)
  void tilesComeBack(
      @ForAll @IntRange(min = 1, max = 100) int width,
      @ForAll @IntRange(min = 1, max = 100) int height,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(min = 1, max = 40) int side,
      @ForAll boolean planar) {
    assertComeBack(raster(width, height, channels, tiles(width, height, channels, side, planar)));
  }

  @Test
  void aTileInAGridCostsAByte() {
    List<Patch> tiles = tiles(160, 160, 3, 16, false);
    assertThat(assertComeBack(raster(160, 160, 3, tiles))).isLessThan(tiles.size() + 150);
  }

  @Test
  void aTileOutOfPlaceIsToldInFull() {
    List<Patch> tiles = tiles(160, 160, 1, 16, false);
    Patch moved = tiles.get(50);
    tiles.set(50, moved.withHeight(moved.height() - 1));
    assertComeBack(raster(160, 160, 1, tiles));
  }

  private static List<Patch> tiles(int width, int height, int channels, int side, boolean planar) {
    List<Patch> tiles = new ArrayList<>();
    long address = 1000;
    int step = planar ? 16 : 16 * channels;
    for (int plane = 0; plane < (planar ? channels : 1); plane++) {
      for (int top = 0; top < height; top += side) {
        for (int left = 0; left < width; left += side) {
          int w = Math.min(side, width - left);
          int h = Math.min(side, height - top);
          for (int c = 0; c < (planar ? 1 : channels); c++) {
            long first = address + 16L * c;
            tiles.add(new Patch(plane + c, left, top, w, h, 16, first, step, (long) step * side));
          }
          address += (long) step * side * side;
        }
      }
    }
    return tiles;
  }

  private static Raster raster(int width, int height, int channels, List<Patch> patches) {
    return new Raster(width, height, channels, new Words(false, false, false), patches);
  }

  private static int assertComeBack(Raster raster) {
    var grid = PatchGrid.of(raster);
    ByteSink sink = new ByteSink();
    grid.orElse(PatchGrid.NONE).pack(raster.patches(), sink);
    byte[] packed = sink.toBytes();
    SampleLayout layout =
        SampleLayout.image(raster.width(), raster.height(), raster.channels(), 16);
    ForeignSource source = new ForeignSource(packed);
    assertThat(PatchGrid.unpack(grid.isPresent(), source, layout)).isEqualTo(raster.patches());
    assertThat(source.remaining()).isZero();
    return packed.length;
  }
}
