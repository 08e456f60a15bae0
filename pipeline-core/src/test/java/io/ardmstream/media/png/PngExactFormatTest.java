package io.ardmstream.media.png;

import static io.ardmstream.media.Bytes.be32;
import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.noise;
import static io.ardmstream.media.Bytes.text;
import static io.ardmstream.media.png.Pngs.END;
import static io.ardmstream.media.png.Pngs.SIGNATURE;
import static io.ardmstream.media.png.Pngs.chunk;
import static io.ardmstream.media.png.Pngs.deflated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** PNG files of which every byte has to come back. */
class PngExactFormatTest {
  private static final Pngs COLOUR = Pngs.rgb(5, 4);
  private static final Pngs LARGER = Pngs.rgb(90, 70);
  private static final MediaOptions EXACT =
      MediaOptions.defaults().withFidelity(Fidelity.BYTES).withLimits(new Limits(1 << 20, 1 << 18));
  private static final String FROZEN =
      "842d3af40301029d7ad542040fa84f580edfffe839bd16d0c72fbc7428bef706f8b0015a8096748c"
          + "0e3d5a60028829011863600459ca0b7352466a4e4e7e4962660e00";
  private static final long FROZEN_CHECKSUM = 1409976981L;

  private static final byte[] TEXT = chunk("tEXt", text("Comment\0hello"));

  @TestFactory
  Stream<DynamicTest> everyKindComesBack() {
    return PngFormatTest.everyKind(33, 17).stream()
        .map(image -> dynamicTest(image.toString(), () -> assertComesBack(image.file())));
  }

  @TestFactory
  Stream<DynamicTest> oddFilesComeBack() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] pixels = LARGER.pixels();
    byte[] good = COLOUR.file();
    files.put("chunks around the pixels", COLOUR.file(TEXT, TEXT));
    files.put("an animation", COLOUR.file(chunk("acTL", noise(8, 1)), chunk("fdAT", noise(90, 2))));
    files.put("bytes after the end", join(good, text("tail")));
    files.put("pixels in chunks of 100 bytes", png(LARGER, cut(pixels, 100), END));
    files.put("pixels in chunks that grow", png(LARGER, growing(pixels), END));
    files.put("empty chunks of pixels", png(LARGER, empty(pixels), END));
    files.put("a wrong checksum of the header", flipped(good, 8 + 8 + 13));
    files.put("a wrong checksum of the pixels", flipped(good, good.length - 13));
    files.put("a wrong checksum at the end", flipped(good, good.length - 1));
    files.put("a wrong sum of the pixels", pixels(flipped(COLOUR.pixels(), -1)));
    files.put("no sum of the pixels", pixels(shortened(COLOUR.pixels(), 4)));
    files.put("half a sum of the pixels", pixels(shortened(COLOUR.pixels(), 2)));
    files.put("bytes after the sum", pixels(join(COLOUR.pixels(), noise(50, 3))));
    files.put("bytes after the last line", pixels(deflated(join(COLOUR.lines(), text("more")))));
    files.put("a small window", pixels(header(0x18, 0x19, COLOUR.pixels())));
    files.put("a header that does not hold", pixels(header(0x78, 0x9D, COLOUR.pixels())));
    files.put("stored pixels", pixels(compressed(COLOUR.lines(), 0, 0)));
    files.put("Huffman codes alone", pixels(compressed(COLOUR.lines(), 6, Deflater.HUFFMAN_ONLY)));
    return files.entrySet().stream()
        .map(file -> dynamicTest(file.getKey(), () -> assertComesBack(file.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> whatCannotBeTakenApartIsKept() {
    byte[] good = COLOUR.file();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("with the chunk iDOT", COLOUR.file(chunk("iDOT", new byte[28]), new byte[0]));
    files.put("with the chunk CgBI", COLOUR.file(chunk("CgBI", new byte[4]), new byte[0]));
    files.put(
        "IEND chunk is not empty",
        png(COLOUR, chunk("IDAT", COLOUR.pixels()), chunk("IEND", noise(1, 1))));
    files.put("ends before its IEND", shortened(good, 12));
    files.put("inside its IDAT", Arrays.copyOf(good, 50));
    files.put("unknown filter 5", pixels(deflated(filled(64, 5))));
    files.put("before the last pixel", pixels(deflated(new byte[48])));
    files.put("no zlib stream", pixels(header(0x78, 0xBB, COLOUR.pixels())));
    files.put("ends too early", pixels(shortened(COLOUR.pixels(), 9)));
    files.put("too short for the pixels", png(Pngs.rgb(300, 250), chunk("IDAT", new byte[9]), END));
    files.put("more than", pixels(deflated(new byte[1 << 19])));
    return files.entrySet().stream()
        .map(file -> dynamicTest(file.getKey(), () -> assertKept(file.getValue(), file.getKey())));
  }

  @Test
  void theUsualFiltersCostNothing() {
    Pngs grey = new Pngs(40, 200, 8, 0, false);
    byte[] plain = new byte[200 * 41];
    byte[] usual = png(grey, chunk("IDAT", deflated(plain)), END);
    plain[41 * 7] = 2;
    byte[] unusual = png(grey, chunk("IDAT", deflated(plain)), END);

    assertThat(parse(usual).foreign()).hasSizeLessThan(8);
    assertThat(parse(unusual).foreign()).hasSizeGreaterThan(parse(usual).foreign().length + 2);
    assertComesBack(usual);
    assertComesBack(unusual);
  }

  /**
   * A thumbnail by zlib, with one filter for all lines or the usual ones, takes next to nothing.
   */
  @TestFactory
  Stream<DynamicTest> whatSmallFilesTakeBesideTheirSamples() {
    return IntStream.rangeClosed(1, 9)
        .boxed()
        .flatMap(
            level ->
                IntStream.range(0, 5)
                    .mapToObj(
                        filter ->
                            dynamicTest(
                                "level %d, filter %d".formatted(level, filter),
                                () -> assertBrief(thumbnail(level, filter)))));
  }

  private static byte[] thumbnail(int level, int filter) {
    byte[] lines = new byte[32 * 97];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = (byte) (i % 97 == 0 ? filter : 3 * ((i / 7 * i) % 11));
    }
    byte[] header = join(be32(32), be32(32), new byte[] {8, 2, 0, 0, 0});
    byte[] pixels = compressed(lines, level, Deflater.DEFAULT_STRATEGY);
    return join(SIGNATURE, chunk("IHDR", header), chunk("IDAT", pixels), END);
  }

  private static void assertBrief(byte[] file) {
    assertComesBack(file);
    assertThat(parse(file).foreign()).hasSizeBetween(3, 6);
    for (int flags : new int[] {0x40, 0xC2, 0xD0}) {
      assertRefused(file, 0, flags);
    }
    for (int stream : new int[] {0x18, 0x60, 0x80}) {
      assertRefused(file, 1, stream);
    }
  }

  private static void assertRefused(byte[] file, int at, int value) {
    Media media = parse(file);
    byte[] foreign = media.foreign().clone();
    foreign[at] = (byte) value;
    Media newer = new Media(media.type(), media.layout(), media.planes(), foreign, Fidelity.BYTES);
    assertThatThrownBy(() -> MediaFormats.restore(newer))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("newer format");
  }

  @Test
  void coloursOfPalettesBringTheSameFileBack() {
    byte[] indices = new byte[40 * 21];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = (byte) (i % 21 == 0 ? 0 : i / 90 * 3);
    }
    byte[] header = join(be32(20), be32(40), new byte[] {8, 3, 0, 0, 0});
    byte[] palette = noise(3 * 40, 4);
    byte[] file =
        join(
            SIGNATURE,
            chunk("IHDR", header),
            chunk("PLTE", palette),
            chunk("IDAT", deflated(indices)),
            END);
    Media media = parse(file);
    Media coloured = MediaFormats.inColours(media).orElseThrow();
    assertThat(coloured.layout().channels()).isEqualTo(3);
    assertThat(coloured.fidelity()).isEqualTo(Fidelity.BYTES);
    assertThat(MediaFormats.restore(coloured)).isEqualTo(file);
  }

  @Test
  void wordsThatHoldFewerBitsAreNarrowerNumbers() {
    assertDepth(12, value -> value & 0xFFF);
    assertDepth(12, value -> (value & 0xFFF) << 4);
    assertDepth(10, value -> (value & 0x3FF) << 6 | (value & 0x3FF) >> 4);
    assertDepth(8, value -> (value & 0xFF) * 257);
    assertDepth(16, value -> value & 0xFFFF);
  }

  private static void assertDepth(int depth, IntUnaryOperator word) {
    for (int colour : new int[] {0, 2, 4, 6}) {
      Pngs wide = new Pngs(32, 30, 16, colour, true);
      Random random = new Random(depth);
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      for (int row = 0; row < 30; row++) {
        lines.write(0);
        for (int i = 0; i < 32 * wide.channels(); i++) {
          int value = word.applyAsInt(random.nextInt());
          lines.write(value >> 8);
          lines.write(value);
        }
      }
      byte[] header = join(be32(32), be32(30), new byte[] {16, (byte) colour, 0, 0, 0});
      byte[] pixels = chunk("IDAT", deflated(lines.toByteArray()));
      byte[] file = join(SIGNATURE, chunk("IHDR", header), TEXT, pixels, TEXT, END);
      assertComesBack(file);
      assertThat(parse(file).layout().bitDepth()).isEqualTo(depth);
      assertThat(MediaFormats.inColours(parse(file))).isEmpty();
    }
  }

  @Test
  void numbersThatMakeNoWordsOfAPngAreRefused() {
    byte[] foreign = {16, 2, 16, 0, 0, 0};
    SampleLayout layout = SampleLayout.image(1, 1, 1, 12);
    Media media = new Media(FileFormat.PNG, layout, new int[][] {{1}}, foreign, Fidelity.BYTES);
    assertThatThrownBy(() -> MediaFormats.restore(media))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("that a PNG cannot hold");
  }

  /** Foreign bytes that were once written are read for ever: none of these may change. */
  @Test
  void frozenForeignBytes() {
    int[][] planes = new int[3][LARGER.width() * LARGER.height()];
    for (int c = 0; c < planes.length; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        planes[c][i] = (i % LARGER.width() * (c + 2) + i / LARGER.width() * 3 >> 2) & 0xFF;
      }
    }
    byte[] foreign = HexFormat.of().parseHex(FROZEN);
    Media media =
        new Media(FileFormat.PNG, parse(LARGER.file()).layout(), planes, foreign, Fidelity.BYTES);
    byte[] file = MediaFormats.restore(media);
    CRC32 crc = new CRC32();
    crc.update(file);
    assertThat(crc.getValue()).isEqualTo(FROZEN_CHECKSUM);
    assertThat(parse(file)).isEqualTo(media);
  }

  @Test
  void damagedForeignBytesAreToldOrGiveAnotherFile() {
    Media media = parse(LARGER.file(TEXT, TEXT));
    Random random = new Random(6);
    for (int i = 0; i < 500; i++) {
      byte[] foreign = media.foreign().clone();
      foreign[random.nextInt(foreign.length)] ^= (byte) (1 << random.nextInt(8));
      foreign = Arrays.copyOf(foreign, foreign.length - (i % 4 == 0 ? random.nextInt(9) : 0));
      Media damaged =
          new Media(media.type(), media.layout(), media.planes(), foreign, media.fidelity());
      try {
        assertThat(MediaFormats.restore(damaged)).startsWith(SIGNATURE);
      } catch (CorruptDataException told) {
        assertThat(told.remedy()).startsWith("Fetch the encoded record again");
      }
    }
  }

  @Test
  void damagedFilesComeBackDamagedOrAreKept() {
    Random random = new Random(7);
    byte[] file = new Pngs(9, 9, 8, 2, true).file(TEXT, TEXT);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = file.clone();
      damaged[8 + random.nextInt(damaged.length - 8)] ^= (byte) (1 << random.nextInt(8));
      assertThat(MediaFormats.restore(parse(damaged))).isEqualTo(damaged);
    }
  }

  private static void assertComesBack(byte[] file) {
    Media media = parse(file);
    assertThat(media.type()).isEqualTo(FileFormat.PNG);
    assertThat(media.fidelity()).isEqualTo(Fidelity.BYTES);
    assertThat(media.reason()).isEmpty();
    assertThat(MediaFormats.restore(media)).isEqualTo(file);
  }

  private static void assertKept(byte[] file, String reason) {
    Media media = parse(file);
    assertThat(media.type()).isEqualTo(FileFormat.OPAQUE);
    assertThat(media.reason()).contains(reason).doesNotContain("--opaque");
    assertThat(MediaFormats.restore(media)).isEqualTo(file);
  }

  private static Media parse(byte[] file) {
    return MediaFormats.parse(file, EXACT);
  }

  private static byte[] png(Pngs image, byte[]... chunks) {
    return join(SIGNATURE, image.header(), join(chunks));
  }

  private static byte[] pixels(byte[] pixels) {
    return png(COLOUR, chunk("IDAT", pixels), END);
  }

  private static byte[] cut(byte[] pixels, int length) {
    byte[] chunks = {};
    for (int at = 0; at < pixels.length; at += length) {
      int end = Math.min(pixels.length, at + length);
      chunks = join(chunks, chunk("IDAT", Arrays.copyOfRange(pixels, at, end)));
    }
    return chunks;
  }

  private static byte[] growing(byte[] pixels) {
    byte[] chunks = {};
    int length = 1;
    for (int at = 0; at < pixels.length; at += length++) {
      int end = Math.min(pixels.length, at + length);
      chunks = join(chunks, chunk("IDAT", Arrays.copyOfRange(pixels, at, end)));
    }
    return chunks;
  }

  private static byte[] empty(byte[] pixels) {
    return join(chunk("IDAT"), chunk("IDAT", pixels), chunk("IDAT"), chunk("IDAT"));
  }

  private static byte[] header(int method, int flags, byte[] pixels) {
    byte[] changed = pixels.clone();
    changed[0] = (byte) method;
    changed[1] = (byte) flags;
    return changed;
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[Math.floorMod(at, bytes.length)] ^= 1;
    return changed;
  }

  private static byte[] shortened(byte[] bytes, int by) {
    return Arrays.copyOf(bytes, bytes.length - by);
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] compressed(byte[] bytes, int level, int strategy) {
    Deflater deflater = new Deflater(level);
    try {
      deflater.setStrategy(strategy);
      deflater.setInput(bytes);
      deflater.finish();
      byte[] buffer = new byte[2 * bytes.length + 100];
      int size = 0;
      while (!deflater.finished()) {
        size += deflater.deflate(buffer, size, buffer.length - size);
      }
      return Arrays.copyOf(buffer, size);
    } finally {
      deflater.end();
    }
  }
}
