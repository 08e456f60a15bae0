package io.ardmstream.likelihood.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.ardm.Wavefront;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.CausalWindow;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.media.Modality;
import io.ardmstream.transform.image.ColourTransform;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Planes of a frame in one picture are found, and know of each other. */
class PlaneLayoutTest {
  private static final CausalWindow WINDOW = new CausalWindow(2, 2);

  /**
   * The first plane of three with the others below it, of which it leaves every second column.
   *
   * @param down so many rows of the others become one
   */
  static Block inOne(Block colours, int down) {
    int width = colours.layout().width();
    int rows = colours.layout().height();
    int small = (rows - 1) / down + 1;
    int[] plane = Arrays.copyOf(colours.planes()[0], width * (rows + small));
    for (int y = 0; y < small; y++) {
      for (int x = 0; x < width / 2; x++) {
        int from = down * y * width + 2 * x;
        plane[(rows + y) * width + x] = colours.planes()[1][from];
        plane[(rows + y) * width + width / 2 + x] = colours.planes()[2][from];
      }
    }
    int depth = colours.layout().bitDepth();
    BlockLayout layout = new BlockLayout(Modality.IMAGE, width, rows + small, 1, depth, false);
    return new Block(layout, new int[][] {plane});
  }

  /** Colours that differ in their level, and little from place to place. */
  private static Block colours(int width, int rows) {
    Block colours = Block.blank(new BlockLayout(Modality.IMAGE, width, rows, 3, 8, false));
    for (int i = 0; i < width * rows; i++) {
      colours.planes()[0][i] = 40 + i % width + i / width;
      colours.planes()[1][i] = 140 + i % 3;
      colours.planes()[2][i] = 110 + i % 5;
    }
    return colours;
  }

  private static PlaneLayout found(Block block) {
    BlockLayout layout = block.layout();
    ColourTile tile =
        ColourTile.blank(
                new ImageFeatures(WINDOW),
                ColourTransform.SUBTRACT_GREEN,
                new Wavefront(2).plan(layout.width(), layout.height()),
                layout)
            .get(0);
    tile.fill(block);
    return LayoutSearch.of(tile);
  }

  @Test
  void planesOfHalfTheRowsAreFound() {
    for (int rows : new int[] {16, 17, 40}) {
      PlaneLayout layout = found(inOne(colours(30, rows), 2));

      assertThat(layout.down()).isEqualTo(2);
      assertThat(layout.rows()).isEqualTo(rows);
    }
  }

  @Test
  void planesOfAllRowsAreFound() {
    PlaneLayout layout = found(inOne(colours(30, 20), 1));

    assertThat(layout.down()).isEqualTo(1);
    assertThat(layout.rows()).isEqualTo(20);
  }

  @Test
  void picturesAreOnePlane() {
    Block picture = Block.blank(new BlockLayout(Modality.IMAGE, 30, 24, 1, 8, false));
    Arrays.setAll(picture.planes()[0], i -> 3 * (i % 30) + 2 * (i / 30) + i % 7);

    assertThat(found(picture).isWhole()).isTrue();
    assertThat(found(colours(30, 24)).isWhole()).isTrue();
  }

  @Test
  void laterPlanesKnowTheMeansOfEarlierOnesInTheirPlaces() {
    int[] plane = {
      1, 2, 3, 4, //
      5, 6, -7, -9, //
      10, 20, 30, 40
    };
    PlaneLayout layout = PlaneLayout.of(2, new CausalCanvas(WINDOW, 4, 3, 1));

    int[][] known = layout.planes(plane, 0, 4);

    assertThat(known[0]).startsWith(1, 2, 3, 4, 5, 6, -7, -9).endsWith(4, -3, 4, -3);
    assertThat(known[1]).endsWith(10, 20, 10, 20);
    assertThat(known[2]).endsWith(10, 20, 30, 40);
  }

  @Test
  void whatDoesNotFitIsOnePlane() {
    assertThat(PlaneLayout.of(2, new CausalCanvas(WINDOW, 4, 4, 1)).isWhole()).isTrue();
    assertThat(PlaneLayout.of(1, new CausalCanvas(WINDOW, 4, 3, 1)).isWhole()).isTrue();
    assertThat(PlaneLayout.of(2, new CausalCanvas(WINDOW, 5, 3, 1)).isWhole()).isTrue();
    assertThat(PlaneLayout.of(3, new CausalCanvas(WINDOW, 4, 6, 1)).isWhole()).isTrue();
  }
}
