package io.ardmstream.block.classic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.classic.picture.ColourTable;
import io.ardmstream.block.classic.picture.LearntWeights;
import io.ardmstream.media.Modality;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SmallPicturesTest {
  private final SmallPictures coder = new SmallPictures(LearntWeights.INSTANCE);

  @Property(tries = 200)
  void picturesComeBackWithEveryChoiceOfFlags(
      @ForAll @IntRange(min = 1, max = 12) int width,
      @ForAll @IntRange(min = 1, max = 12) int height,
      @ForAll @IntRange(min = 1, max = 5) int channels,
      @ForAll @IntRange(min = 1, max = 31) int bitDepth,
      @ForAll @IntRange(min = 1, max = 40) int colours,
      @ForAll @IntRange(min = 0, max = 15) int choice,
      @ForAll boolean signed,
      @ForAll long seed) {
    var layout = new BlockLayout(Modality.IMAGE, width, height, channels, bitDepth, signed);
    Block picture = picture(layout, colours, new Random(seed));
    int flags = 2 * choice;

    byte[] coded = coder.encode(picture, flags, ColourTable.of(picture.planes()));

    assertThat((int) coded[0]).isEqualTo(flags);
    assertThat(coder.decode(layout, coded)).isEqualTo(picture);
  }

  @Property(tries = 300)
  void damageGivesSamplesInRangeOrIsRefused(
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 4) int channels,
      @ForAll @IntRange(min = 1, max = 31) int bitDepth,
      @ForAll byte[] coded) {
    var layout = new BlockLayout(Modality.IMAGE, width, 7, channels, bitDepth, false);

    Block block;
    try {
      block = coder.decode(layout, coded);
    } catch (IllegalArgumentException moreColoursThanPixels) {
      assertThat((int) coded[0] & SmallPictures.TABLE).isNotZero();
      return;
    }

    assertThat(Arrays.stream(block.planes()).flatMapToInt(Arrays::stream))
        .allMatch(sample -> sample >= 0 && sample <= layout.greatest());
  }

  @Example
  void anIconTakesAFifthLessThanWithMixersThatBeginCold() {
    Block icon = icon(4);
    int cold = new MixedSamples(new PictureCoding()).encode(icon).orElseThrow().length;

    assertThat(coder.encode(icon).orElseThrow().length).isLessThan(cold * 4 / 5);
  }

  @Example
  void coloursInNoOrderGetATable() {
    BlockLayout layout = new BlockLayout(Modality.IMAGE, 24, 24, 3, 8, false);
    Block picture = picture(layout, 6, new Random(8));

    byte[] coded = coder.encode(picture).orElseThrow();

    assertThat(coded[0] & SmallPictures.TABLE).isNotZero();
    assertThat(coded.length).isLessThan(24 * 24 * 3 / 8 + 40);
  }

  @Example
  void ofTheFormatsForPicturesTheSmallerIsTaken() {
    ClassicCoder classic = new ClassicCoder();
    Block icon = icon(3);
    byte[] warm = coder.encode(icon).orElseThrow();

    byte[] payload = classic.encode(icon);

    assertThat(payload).startsWith(3).hasSize(warm.length + 1);
    assertThat(classic.decode(icon.layout(), payload)).isEqualTo(icon);
  }

  @Example
  void largePicturesAreLeftToNumberTwoUnlessTheirColoursAreFew() {
    BlockLayout grey = new BlockLayout(Modality.IMAGE, 300, 300, 1, 8, false);
    BlockLayout coloured = new BlockLayout(Modality.IMAGE, 300, 300, 3, 8, false);
    Block few = picture(coloured, 6, new Random(8));

    byte[] coded = coder.encode(few).orElseThrow();

    assertThat(coded[0] & SmallPictures.TABLE).isNotZero();
    assertThat(coder.decode(coloured, coded)).isEqualTo(few);
    assertThat(coder.encode(picture(coloured, 300, new Random(8)))).isEqualTo(Optional.empty());
    assertThat(coder.encode(Block.blank(grey))).isEqualTo(Optional.empty());
  }

  @Example
  void picturesOfMiddleSizeGainByMixersThatBeginWarm() {
    Block smooth = Block.blank(new BlockLayout(Modality.IMAGE, 128, 128, 3, 8, false));
    Random noise = new Random(4);
    for (int[] plane : smooth.planes()) {
      Arrays.setAll(plane, at -> 60 + (at % 128 + at / 128) / 2 + (int) (6 * noise.nextGaussian()));
    }
    int cold = new MixedSamples(new PictureCoding()).encode(smooth).orElseThrow().length;

    byte[] coded = coder.encode(smooth).orElseThrow();

    assertThat(coded.length).isLessThan(cold - 50);
    assertThat(coder.decode(smooth.layout(), coded)).isEqualTo(smooth);
  }

  @Example
  void manyColoursAreBeatenByAMuchSmallerRivalOnly() {
    BlockLayout layout = new BlockLayout(Modality.IMAGE, 32, 32, 3, 8, false);
    Block picture = picture(layout, 800, new Random(3));
    int own = coder.encode(picture).orElseThrow().length;

    assertThat(coder.isBeaten(picture, own / 2)).isTrue();
    assertThat(coder.isBeaten(picture, own)).isFalse();
  }

  @Example
  void fewColoursAreNotBeatenByAFirstAttempt() {
    BlockLayout layout = new BlockLayout(Modality.IMAGE, 32, 32, 3, 8, false);

    assertThat(coder.isBeaten(picture(layout, 6, new Random(8)), 1)).isFalse();
  }

  private static Block picture(BlockLayout layout, int colours, Random random) {
    Block picture = Block.blank(layout);
    long span = (long) layout.greatest() - layout.least() + 1;
    int[][] palette = new int[colours][layout.channels()];
    for (int[] colour : palette) {
      Arrays.setAll(colour, c -> (int) (layout.least() + Math.floorMod(random.nextLong(), span)));
    }
    for (int at = 0; at < layout.planeSize(); at++) {
      int[] colour = palette[random.nextInt(colours)];
      for (int c = 0; c < colour.length; c++) {
        picture.planes()[c][at] = colour[c];
      }
    }
    return picture;
  }

  /** A disc that shines, with a soft edge, on nothing or on white. */
  private static Block icon(int channels) {
    int side = 32;
    Block icon = Block.blank(new BlockLayout(Modality.IMAGE, side, side, channels, 8, false));
    for (int at = 0; at < side * side; at++) {
      double x = at % side - 15.5;
      double y = at / side - 15.5;
      double cover = Math.max(0, Math.min(1, 13 - Math.sqrt(x * x + y * y)));
      int shade = 200 - 4 * (at / side);
      for (int c = 0; c < channels; c++) {
        double colour = c == 3 ? 255 : shade * (c + 1) / 3.0;
        double ground = channels == 4 ? 0 : 255;
        icon.planes()[c][at] = (int) Math.round(cover * colour + (1 - cover) * ground);
      }
    }
    return icon;
  }
}
