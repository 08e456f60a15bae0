package io.ardmstream.media.png;

import static io.ardmstream.media.Bytes.noise;
import static io.ardmstream.media.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;
import io.ardmstream.media.png.file.PngChunk;
import io.ardmstream.media.wav.Wavs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PngColoursTest {
  private static final int[] ENTRIES = {0x10203040, 0xFF102030, 0x80FFFFFF, 0xFF000000, 0xFF123456};
  private static final int[] ALL = {3, 0, 1, 1, 2, 4};
  private static final PngChunk DOTS = new PngChunk("pHYs", noise(9, 1));
  private static final PngChunk BACKGROUND = new PngChunk("bKGD", new byte[1]);

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whateverThePaletteIsTheFileComesBack(
      @ForAll @IntRange(max = 3) int logDepth,
      @ForAll @IntRange(max = 300) int alphas,
      @ForAll @IntRange(min = 1, max = 300) int pixels,
      @ForAll long seed) {
    Random random = new Random(seed);
    int size = 1 + random.nextInt(1 << (1 << logDepth));
    int[] entries = random.ints(size, -1 << random.nextInt(32), Integer.MAX_VALUE).toArray();
    int covered = Math.min(alphas - 1, size);
    Arrays.setAll(entries, i -> i < covered ? entries[i] : entries[i] | 0xFF << 24);
    int[] indices = random.ints(pixels, 0, 1 + random.nextInt(size)).toArray();
    PngPalette palette = new PngPalette(entries, covered);

    Media indexed = new PalettePictures(1 << logDepth, palette, indices).plain();

    boolean apart = IntStream.of(indices).distinct().count() == colours(palette, indices);
    assertThat(MediaFormats.inColours(indexed).isPresent()).isEqualTo(apart);
    MediaFormats.inColours(indexed).ifPresent(coloured -> assertSameFile(indexed, coloured));
  }

  private static long colours(PngPalette palette, int... indices) {
    return IntStream.of(indices).map(index -> palette.colours()[index]).distinct().count();
  }

  @TestFactory
  Stream<DynamicTest> everythingElseOfTheFileComesBackToo() {
    Map<String, Media> files = new LinkedHashMap<>();
    PngPalette palette = new PngPalette(ENTRIES, 3);
    PngChunk colours = palette.colourChunk();
    PngChunk alphas = palette.alphaChunk();
    files.put("nothing else", file(palette, colours, alphas));
    files.put("chunks around", file(palette, DOTS, colours, BACKGROUND, alphas, DOTS));
    files.put("alphas first", file(palette, alphas, DOTS, colours));
    PngPalette opaque = new PngPalette(new int[] {-1, -2, -3, -4, -5}, PngPalette.NONE);
    files.put("no alphas", file(opaque, opaque.colourChunk()));
    files.put("no alphas, chunks around", file(opaque, DOTS, opaque.colourChunk(), DOTS));
    for (int covered = 0; covered <= 5; covered++) {
      PngPalette white = new PngPalette(opaque.colours(), covered);
      String name = covered + " alphas that say nothing";
      files.put(name, file(white, white.colourChunk(), white.alphaChunk()));
    }
    return files.entrySet().stream()
        .map(
            file ->
                dynamicTest(
                    file.getKey(),
                    () ->
                        assertSameFile(
                            file.getValue(),
                            MediaFormats.inColours(file.getValue()).orElseThrow())));
  }

  private static Media file(PngPalette palette, PngChunk... before) {
    List<PngChunk> after = List.of(new PngChunk("tEXt", text("Comment\0hello")));
    PngForeign foreign =
        new PngForeign(true, true, List.of(before), after, text("tail"), PackedStream.ANY);
    return new PalettePictures(4, palette, ALL).with(foreign);
  }

  @Test
  void samplesAreTheColours() {
    Media coloured = coloured(new PalettePictures(4, new PngPalette(ENTRIES, 3), 0, 2));

    assertThat(coloured.layout()).isEqualTo(SampleLayout.image(2, 1, 4, 8));
    assertThat(coloured.planes())
        .isDeepEqualTo(new int[][] {{0x20, 0xFF}, {0x30, 0xFF}, {0x40, 0xFF}, {0x10, 0x80}});
  }

  @Test
  void alphaIsLeftOutWhereEverythingIsOpaque() {
    Media coloured = coloured(new PalettePictures(4, new PngPalette(ENTRIES, 3), 1, 3));

    assertThat(coloured.layout().channels()).isEqualTo(3);
  }

  @TestFactory
  Stream<DynamicTest> aUsualOrderCostsTwoBytes() {
    int[] indices = new Random(1).ints(900, 0, 100).toArray();
    int[] pixels = coloursOf(100, 2).pixels(indices);
    return IntStream.range(0, ColourOrder.COUNT)
        .mapToObj(
            number ->
                dynamicTest(
                    "order " + number,
                    () -> {
                      var order = new ColourOrder(number).sorted(ColourUse.of(pixels));
                      int[] places = IntStream.of(pixels).map(order::indexOf).toArray();
                      assertThat(coloured(PalettePictures.of(order, places)).foreign()).hasSize(2);
                    }));
  }

  @Test
  void anyOtherOrderCostsLittleMoreThanItSays() {
    List<Integer> order = new ArrayList<>();
    IntStream.of(coloursOf(256, 3).colours()).forEach(order::add);
    Collections.shuffle(order, new Random(4));
    int[] each = IntStream.range(0, 256).toArray();
    double log2OfFactorial = 1684;

    byte[] foreign = coloured(PalettePictures.of(order, each)).foreign();

    assertThat(8 * foreign.length).isLessThan((int) (1.12 * log2OfFactorial));
  }

  @Test
  void neighboursInTheWrongOrderCostAlmostNothing() {
    List<Integer> order = new ArrayList<>();
    IntStream.of(coloursOf(256, 3).colours()).forEach(order::add);
    Collections.swap(order, 100, 101);
    int[] indices = IntStream.range(0, 256).map(i -> i == 100 || i == 101 ? 201 - i : i).toArray();

    assertThat(coloured(PalettePictures.of(order, indices)).foreign()).hasSizeLessThan(45);
  }

  @Test
  void entriesNobodyUsesCostTheirColours() {
    PngPalette palette = coloursOf(40, 5);
    int[] most = IntStream.range(0, 40).filter(i -> i != 7 && i != 30).toArray();

    byte[] foreign = coloured(new PalettePictures(8, palette, most)).foreign();

    assertThat(foreign).hasSizeLessThan(2 + 6 + 2 + 6 + 8);
  }

  @Test
  void indicesStayWhereColoursDoNotTellThem() {
    int[] twins = {0xFF000000, 0xFF000001, 0xFF000000};
    assertNotInColours(new PalettePictures(2, new PngPalette(twins, PngPalette.NONE), 0, 1, 2));
    assertNotInColours(new PalettePictures(4, new PngPalette(ENTRIES, 3), 0, 5));
    assertNotInColours(new PalettePictures(4, new PngPalette(new int[0], PngPalette.NONE), 0));
  }

  @Test
  void indicesStayWhereThePaletteIsNotAsItShouldBe() {
    PngPalette palette = new PngPalette(ENTRIES, 3);
    PngChunk colours = palette.colourChunk();
    PngChunk alphas = palette.alphaChunk();
    PngChunk odd = new PngChunk(PngPalette.COLOURS, noise(16, 1));
    PngChunk large = new PngChunk(PngPalette.COLOURS, noise(771, 1));
    PngChunk many = new PngChunk(PngPalette.ALPHAS, noise(6, 1));
    for (PngChunk[] before :
        new PngChunk[][] {
          {},
          {alphas},
          {colours, colours},
          {colours, alphas, alphas},
          {odd},
          {large},
          {colours, many}
        }) {
      assertThat(MediaFormats.inColours(file(palette, before))).isEmpty();
    }
  }

  @Test
  void whatHasNoPaletteHasNoColoursOfIt() {
    Media grey = MediaFormats.parse(new Pngs(4, 4, 8, 0, false).file(), MediaOptions.defaults());
    Media sound = MediaFormats.parse(Wavs.plain(1, 16, 8000, new byte[8]), MediaOptions.defaults());

    assertThat(MediaFormats.inColours(grey)).isEmpty();
    assertThat(MediaFormats.inColours(sound)).isEmpty();
  }

  @Test
  void moreColoursThanAPaletteHoldsAreDamage() {
    Media coloured = coloured(new PalettePictures(8, coloursOf(2, 6), 0, 1));
    int[][] planes = new int[3][1 << 22];
    for (int c = 0; c < 3; c++) {
      int shift = 8 * c;
      Arrays.setAll(planes[c], at -> at >> shift & 0xFF);
    }
    SampleLayout large = SampleLayout.image(1 << 11, 1 << 11, 3, 8);

    assertDamaged(
        new Media(FileFormat.PNG, large, planes, coloured.foreign(), Fidelity.SAMPLES),
        "more entries than indices");
  }

  @Test
  void coloursThatAreNotThoseOfTheForeignBytesAreDamage() {
    PngPalette palette = new PngPalette(ENTRIES, 3);
    Media some = coloured(new PalettePictures(4, palette, 0, 1, 2));
    int[][] black = new int[4][3];

    assertDamaged(
        new Media(some.type(), some.layout(), black, some.foreign(), some.fidelity()),
        "a palette of other colours");
  }

  @Test
  void alphasThatDoNotReachWhatIsTranslucentAreDamage() {
    Media some = coloured(new PalettePictures(4, new PngPalette(ENTRIES, 3), ALL));
    for (int alphas : new int[] {0, 3, 7}) {
      byte[] foreign = {0x2A, 2, (byte) alphas};
      assertDamaged(withForeign(some, foreign), "too many colours, or of too few");
    }
    assertThat(MediaFormats.restore(withForeign(some, new byte[] {0x2A, 2, 6}))).isNotEmpty();
  }

  @Test
  void damagedForeignBytesAreReportedOrHarmless() {
    Random random = new Random(7);
    PngPalette palette = coloursOf(60, 8);
    int[] some = random.ints(50, 0, 60).toArray();
    Media indexed = new PalettePictures(8, palette, some).plain();
    byte[] good = MediaFormats.inColours(indexed).orElseThrow().foreign();
    for (int i = 0; i < 5000; i++) {
      byte[] foreign = Arrays.copyOf(good, i % 4 == 0 ? random.nextInt(good.length) : good.length);
      for (int flips = random.nextInt(4); flips > 0 && foreign.length > 0; flips--) {
        foreign[random.nextInt(foreign.length)] ^= (byte) (1 << random.nextInt(8));
      }
      assertRestoredOrDamaged(withForeign(MediaFormats.inColours(indexed).orElseThrow(), foreign));
    }
  }

  private static void assertRestoredOrDamaged(Media media) {
    try {
      assertThat(MediaFormats.restore(media)).isNotNull();
    } catch (CorruptDataException damage) {
      assertThat(damage.where()).contains("foreign");
    }
  }

  private static Media withForeign(Media media, byte[] foreign) {
    return new Media(media.type(), media.layout(), media.planes(), foreign, media.fidelity());
  }

  private static void assertDamaged(Media media, String complaint) {
    assertThatThrownBy(() -> MediaFormats.restore(media))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining(complaint);
  }

  private static void assertNotInColours(PalettePictures picture) {
    assertThat(MediaFormats.inColours(picture.plain())).isEmpty();
  }

  private static void assertSameFile(Media indexed, Media coloured) {
    assertThat(MediaFormats.restore(coloured)).isEqualTo(MediaFormats.restore(indexed));
  }

  private static Media coloured(PalettePictures picture) {
    Media coloured = MediaFormats.inColours(picture.plain()).orElseThrow();
    assertSameFile(picture.plain(), coloured);
    return coloured;
  }

  /** Different opaque colours, ascending. */
  private static PngPalette coloursOf(int count, long seed) {
    int[] colours =
        new Random(seed)
            .ints(0, 1 << 24)
            .distinct()
            .limit(count)
            .sorted()
            .map(colour -> 0xFF << 24 | colour)
            .toArray();
    return new PngPalette(colours, PngPalette.NONE);
  }
}
