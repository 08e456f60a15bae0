package io.ardmstream.block.classic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.classic.picture.ColourTable;
import io.ardmstream.block.classic.picture.LearntWeights;
import io.ardmstream.media.Modality;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Tables of more entries than their block has samples: reading them would take far more time than
 * the block is worth, and there may be many such blocks.
 */
class ImpossibleTablesTest {
  private static final int PLAIN = 1;
  private static final int SMALL = 3;

  @Test
  void ofValues() {
    int[] values = new int[3000];
    Arrays.setAll(values, i -> 500 + 9 * i);
    byte[] coded = new MixedSamples(new PlainCoding()).encode(sound(values)).orElseThrow();
    byte[] payload = ClassicFormat.headed(PLAIN, coded);

    assertThat(new ClassicCoder().decode(sound(values).layout(), payload)).isEqualTo(sound(values));
    BlockLayout shorter = sound(new int[values.length - 1]).layout();
    assertThat(new ClassicCoder().decode(shorter, payload)).isEqualTo(Block.blank(shorter));
  }

  @Test
  void ofColours() {
    int[] values = new int[256];
    Arrays.setAll(values, i -> 255 - i);
    Block picture = picture(values);
    SmallPictures small = new SmallPictures(LearntWeights.INSTANCE);
    Optional<ColourTable> table = ColourTable.of(picture.planes());
    byte[] payload = ClassicFormat.headed(SMALL, small.encode(picture, SmallPictures.TABLE, table));

    assertThat(new ClassicCoder().decode(picture.layout(), payload)).isEqualTo(picture);
    BlockLayout smaller = picture(new int[255]).layout();
    assertThat(new ClassicCoder().decode(smaller, payload)).isEqualTo(Block.blank(smaller));
  }

  private static Block sound(int[] samples) {
    BlockLayout layout = new BlockLayout(Modality.AUDIO, samples.length, 1, 1, 16, true);
    return new Block(layout, new int[][] {samples});
  }

  private static Block picture(int[] samples) {
    BlockLayout layout = new BlockLayout(Modality.IMAGE, samples.length, 1, 1, 8, false);
    return new Block(layout, new int[][] {samples});
  }
}
