package io.ardmstream.block.classic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import java.util.Arrays;
import net.jqwik.api.Example;

class PictureBandsTest {

  @Example
  void bandsLieAtEqualDistancesAndOfAllChannels() {
    Block picture = rowsAsSamples(300, 2);

    Block bands = PictureBands.of(picture);

    assertThat(bands.layout().height()).isEqualTo(32);
    assertThat(firstOfRow(bands, 0, 0)).isEqualTo(78);
    assertThat(firstOfRow(bands, 0, 15)).isEqualTo(93);
    assertThat(firstOfRow(bands, 0, 16)).isEqualTo(206);
    assertThat(firstOfRow(bands, 1, 31)).isEqualTo(1221);
  }

  @Example
  void aLowPictureIsTakenAsItIs() {
    Block picture = rowsAsSamples(127, 1);

    assertThat(PictureBands.of(picture)).isSameAs(picture);
  }

  private static int firstOfRow(Block block, int channel, int row) {
    return block.planes()[channel][row * block.layout().width()];
  }

  private static Block rowsAsSamples(int height, int channels) {
    int width = 5;
    int[][] planes = new int[channels][width * height];
    for (int c = 0; c < channels; c++) {
      int offset = 1000 * c;
      Arrays.setAll(planes[c], at -> offset + at / width);
    }
    return new Block(new BlockLayout(Modality.IMAGE, width, height, channels, 12, false), planes);
  }
}
