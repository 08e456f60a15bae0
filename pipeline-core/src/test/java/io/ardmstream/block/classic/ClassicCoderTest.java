package io.ardmstream.block.classic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.Block;
import io.ardmstream.block.BlockCoderContract;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.media.Modality;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicCoderTest extends BlockCoderContract {
  private final ClassicCoder coder = new ClassicCoder();

  @Override
  protected Optional<byte[]> encode(Block block) {
    return Optional.of(coder.encode(block));
  }

  @Override
  protected Block decode(BlockLayout layout, byte[] payload) {
    return coder.decode(layout, payload);
  }

  @Override
  protected int mostGrowth(BlockLayout layout) {
    return 64 + (int) layout.storedBytes() / 2;
  }

  @Test
  void aDrawingTakesAHundredthOfItsSamples() {
    Block drawing = drawing();
    assertThat(coder.encode(drawing).length).isLessThan((int) drawing.layout().storedBytes() / 100);
    assertThat(coder.hint(drawing)).isEqualTo(Hint.SURE);
  }

  @Test
  void glyphsCostLittleHoweverFarApartTheyComeAgain() {
    Block page = page(40);
    int withoutCopies = new MixedSamples(new PlainCoding()).encode(page).orElseThrow().length;

    assertThat(coder.encode(page).length).isLessThan(withoutCopies * 3 / 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 96, 300})
  void greysThatWereStretchedCostLittleMoreThanBefore(int side) {
    Block grey = grey(side, 1);
    Block stretched = grey(side, 1.5);
    byte[] payload = coder.encode(stretched);

    assertThat(payload.length).isLessThan(coder.encode(grey).length + 64);
    assertThat(coder.decode(stretched.layout(), payload)).isEqualTo(stretched);
  }

  /** A grey picture whose values were multiplied. */
  private static Block grey(int side, double factor) {
    Random random = new Random(side);
    int[] plane = new int[side * side];
    for (int at = 0; at < plane.length; at++) {
      double wave = Math.sin(at % side * 0.03) * Math.cos(at / side * 0.05);
      plane[at] = (int) (factor * (int) (80 + 70 * wave + 2 * random.nextGaussian()));
    }
    return new Block(new BlockLayout(Modality.IMAGE, side, side, 1, 8, false), new int[][] {plane});
  }

  @Test
  void picturesOfManyBandsAreWorthAnAttempt() {
    int[][] planes = new int[5][];
    Arrays.setAll(planes, c -> new Random(c).ints(128 * 128, 0, 256).toArray());
    BlockLayout five = new BlockLayout(Modality.IMAGE, 128, 128, 5, 8, false);
    BlockLayout four = new BlockLayout(Modality.IMAGE, 128, 128, 4, 8, false);

    assertThat(coder.hint(new Block(five, planes))).isEqualTo(Hint.FAIR);
    assertThat(coder.hint(new Block(four, Arrays.copyOf(planes, 4)))).isEqualTo(Hint.POOR);
  }

  @Test
  void imagesOfNumberOneAreDecodedStill() {
    Block page = page(1);
    byte[] coded = new MixedSamples(new PlainCoding()).encode(page).orElseThrow();
    byte[] payload = new byte[coded.length + 1];
    payload[0] = 1;
    System.arraycopy(coded, 0, payload, 1, coded.length);

    assertThat(coder.decode(page.layout(), payload)).isEqualTo(page);
    assertThat(coder.encode(page)[0]).isEqualTo((byte) 2);
  }

  @Test
  void zerosBehindAPayloadChangeNothing() {
    Block bytes =
        new Block(
            new BlockLayout(Modality.OPAQUE, 128 * 128, 1, 1, 8, false),
            new int[][] {noise().planes()[0]});
    for (Block block : List.of(page(40), page(1), noise(), bytes)) {
      byte[] payload = coder.encode(block);
      byte[] longer = Arrays.copyOf(payload, payload.length + 1000);
      assertThat(coder.decode(block.layout(), longer)).isEqualTo(block);
    }
  }

  @Test
  void aPictureWithoutRepetitionsDoesWithoutCopies() {
    Block noise = noise();

    assertThat(coder.encode(noise)[1] & 4).isZero();
    assertThat(coder.encode(page(40))[1] & 4).isEqualTo(4);
    assertThat(coder.decode(noise.layout(), coder.encode(noise))).isEqualTo(noise);
  }

  @Test
  void blocksTooLargeForTheMarginOfCopiesAreNotTakenAsPictures() {
    SampleCoding pictures = new PictureCoding();

    assertThat(pictures.suits(tall(3_728_000))).isTrue();
    assertThat(pictures.suits(tall(3_729_000))).isFalse();
    assertThat(coder.decode(tall(3_729_000), new byte[] {2, 4}))
        .isEqualTo(Block.blank(tall(3_729_000)));
  }

  private static BlockLayout tall(int height) {
    return new BlockLayout(Modality.IMAGE, 1, height, 1, 8, false);
  }

  @Test
  void noiseIsLeftToTheModel() {
    assertThat(coder.hint(noise())).isEqualTo(Hint.POOR);
  }

  @Test
  void samplesOfManyBitsAndOfFewValuesAreTried() {
    Block noise = noise();
    Block deep = new Block(new BlockLayout(Modality.IMAGE, 128, 128, 3, 16, false), noise.planes());
    Block few = noise();
    for (int[] plane : few.planes()) {
      Arrays.setAll(plane, i -> plane[i] / 7 * 7);
    }

    assertThat(coder.hint(deep)).isEqualTo(Hint.FAIR);
    assertThat(coder.hint(few)).isEqualTo(Hint.FAIR);
  }

  @Test
  void soundThatWasMadeLouderIsTriedUnlessItIsTooShortToTell() {
    assertThat(coder.hint(sound(6000, 7))).isEqualTo(Hint.FAIR);
    assertThat(coder.hint(sound(6000, 1))).isEqualTo(Hint.POOR);
    assertThat(coder.hint(sound(500, 7))).isEqualTo(Hint.POOR);
  }

  /** Noise of 24 bits, times a gain. */
  private static Block sound(int frames, int gain) {
    Block sound = Block.blank(new BlockLayout(Modality.AUDIO, frames, 1, 1, 24, true));
    Random random = new Random(2);
    Arrays.setAll(sound.planes()[0], i -> gain * (int) (300 * random.nextGaussian()));
    return sound;
  }

  private static Block noise() {
    Block noise = drawing();
    Random random = new Random(1);
    for (int[] plane : noise.planes()) {
      Arrays.setAll(plane, i -> random.nextInt(256));
    }
    return noise;
  }

  /** A white page with the same eight smooth glyphs, in some order, on every line. */
  private static Block page(int lines) {
    int width = 300;
    Block page = Block.blank(new BlockLayout(Modality.IMAGE, width, 500, 1, 8, false));
    int[] plane = page.planes()[0];
    Arrays.fill(plane, 255);
    Random order = new Random(4);
    for (int glyph = 0; glyph < 25 * lines; glyph++) {
      int corner = (glyph / 25 * 12 + 3) * width + glyph % 25 * 12 + 2;
      Random shape = new Random(glyph < 8 ? glyph : order.nextInt(8));
      for (int i = 0; i < 80; i++) {
        plane[corner + i / 8 * width + i % 8] = shape.nextInt(256);
      }
    }
    return page;
  }

  private static Block drawing() {
    Block block = Block.blank(new BlockLayout(Modality.IMAGE, 128, 128, 3, 8, false));
    for (int[] plane : block.planes()) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (i % 128 / 32 + i / 128 / 24) % 3 * 80;
      }
    }
    return block;
  }
}
