package io.ardmstream.training.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a tile is learnt from as. */
class TileFormsTest {

  private static final int TILES = 400;

  private final Random random = new Random(7);
  private final TileForms forms = new TileForms(random);

  @Test
  @DisplayName("one large tile in two with halved chroma, one in eight in grey, each as it is")
  void large() {
    Block tile = NoisyTile.of(70, 66, random);
    int grey = 0;
    int all = 0;
    for (int i = 0; i < TILES; i++) {
      List<Block> found = forms.of(tile);
      assertThat(found).startsWith(tile);
      all += found.size();
      grey += (int) found.stream().filter(TileFormsTest::isGrey).count();
    }
    assertThat(grey).isBetween(30, 70);
    assertThat(all - grey).isBetween(560, 640);
  }

  @Test
  @DisplayName("one small tile in eight in grey, each as it is")
  void small() {
    Block tile = NoisyTile.of(32, 32, random);
    int all = 0;
    for (int i = 0; i < TILES; i++) {
      List<Block> found = forms.of(tile);
      assertThat(found).startsWith(tile);
      assertThat(found.subList(1, found.size())).allMatch(TileFormsTest::isGrey);
      all += found.size();
    }
    assertThat(all).isBetween(430, 470);
  }

  @Test
  @DisplayName("grey is luma, as JFIF has it")
  void luma() {
    BlockLayout layout = new BlockLayout(Modality.IMAGE, 3, 1, 3, 8, false);
    Block tile = new Block(layout, new int[][] {{255, 0, 9}, {0, 255, 9}, {0, 0, 9}});
    Block grey = null;
    while (grey == null) {
      grey = forms.of(tile).stream().filter(TileFormsTest::isGrey).findAny().orElse(null);
    }
    assertThat(grey.planes()[0]).containsExactly(76, 150, 9);
  }

  private static boolean isGrey(Block tile) {
    int[][] planes = tile.planes();
    return List.of(1, 2).stream().allMatch(c -> Arrays.equals(planes[0], planes[c]));
  }
}
