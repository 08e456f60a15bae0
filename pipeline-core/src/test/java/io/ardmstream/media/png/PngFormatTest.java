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
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Bytes;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.MediaFormatContract;
import io.ardmstream.media.png.file.PngChunk;
import io.ardmstream.media.png.file.PngFile;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PngFormatTest extends MediaFormatContract {
  private static final Pngs COLOUR = Pngs.rgb(5, 4);
  private static final byte[] GAMMA = chunk("gAMA", be32(45455));
  private static final byte[] TIME = chunk("tIME", new byte[7]);
  private static final byte[] TEXT = chunk("tEXt", text("Comment\0hello"));

  @Override
  protected MediaFormat format() {
    return new PngFormat();
  }

  @Override
  protected Map<String, byte[]> valid() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Pngs image : everyKind(5, 3)) {
      files.put(image.toString(), image.file());
    }
    byte[] pixels = COLOUR.pixels();
    byte[] half = Arrays.copyOf(pixels, 9);
    byte[] rest = Arrays.copyOfRange(pixels, 9, pixels.length);
    files.put("chunks around the pixels", COLOUR.file(join(GAMMA, TEXT), join(TEXT, TIME)));
    files.put(
        "transparent palette", new Pngs(4, 4, 2, 3, false).file(chunk("tRNS", noise(4, 1)), TEXT));
    files.put("pixels in two chunks", png(chunk("IDAT", half), chunk("IDAT", rest), END));
    files.put(
        "an empty pixel chunk", png(chunk("IDAT", half), chunk("IDAT"), chunk("IDAT", rest), END));
    files.put("bytes after the end", join(COLOUR.file(), text("tail")));
    files.put("unknown ancillary chunk", COLOUR.file(chunk("prIV", noise(300, 2)), new byte[0]));
    return files;
  }

  @Override
  protected Map<String, byte[]> keptOpaque() {
    return Map.of(
        "offsets into the pixels", COLOUR.file(chunk("iDOT", new byte[28]), new byte[0]),
        "unknown critical chunk", COLOUR.file(new byte[0], chunk("NEWS", noise(9, 3))));
  }

  @Override
  protected Map<String, Defect> faulty() {
    byte[] good = COLOUR.file();
    byte[] pixels = chunk("IDAT", COLOUR.pixels());
    Map<String, Defect> files = new LinkedHashMap<>();
    files.put("ends after the signature", new Defect(SIGNATURE, "ends before its IEND"));
    files.put("ends in its pixels", new Defect(Arrays.copyOf(good, 50), "inside its IDAT"));
    files.put(
        "lacks the end", new Defect(Arrays.copyOf(good, good.length - 12), "before its IEND"));
    files.put("begins with pixels", new Defect(join(SIGNATURE, pixels, END), "not IHDR but IDAT"));
    files.put(
        "has an end with content",
        new Defect(png(pixels, chunk("IEND", noise(1, 1))), "IEND chunk is not empty"));
    files.put("has no pixels", new Defect(png(END), "no IDAT"));
    files.put("has pixels apart", new Defect(png(pixels, TEXT, pixels, END), "not in one row"));
    files.put(
        "has a wrong checksum", new Defect(flipped(good, good.length - 13), "does not match"));
    files.put(
        "has a chunk type of digits", new Defect(png(chunk("1234"), pixels, END), "four letters"));
    files.put("has a short header", new Defect(headed(noise(12, 1)), "IHDR has 12 bytes"));
    files.put("has no columns", new Defect(headed(Pngs.rgb(0, 4)), "0 by 4"));
    files.put("has a negative height", new Defect(headed(header(5, -4, 8, 2, 0)), "5 by -4"));
    files.put("has colour type 5", new Defect(headed(header(5, 4, 8, 5, 0)), "colour type 5"));
    files.put("has RGB of 4 bits", new Defect(headed(header(5, 4, 4, 2, 0)), "with 4 bits"));
    files.put("has 32 bits", new Defect(headed(header(5, 4, 32, 0, 0)), "with 32 bits"));
    files.put("has interlace method 2", new Defect(headed(header(5, 4, 8, 2, 2)), "interlace"));
    files.put(
        "claims 10^12 pixels", new Defect(headed(header(1000000, 1000000, 8, 0, 0)), "limit"));
    files.put(
        "claims more than IDAT can hold",
        new Defect(headed(header(500, 500, 8, 0, 0)), "too short"));
    files.put("has pixels that do not inflate", new Defect(packed(noise(90, 4)), "not decompress"));
    files.put("lacks a line", new Defect(packed(deflated(new byte[48])), "before the last pixel"));
    files.put("has a line too many", new Defect(packed(deflated(new byte[80])), "does not end"));
    files.put("has filter 5", new Defect(packed(deflated(filled(64, 5))), "unknown filter 5"));
    byte[] cut = Arrays.copyOf(COLOUR.pixels(), COLOUR.pixels().length - 1);
    files.put("lacks the sum of its pixels", new Defect(packed(cut), "does not end"));
    return files;
  }

  @Override
  protected Fidelity fidelity() {
    return Fidelity.SAMPLES;
  }

  /** Pixels, chunks and their order are the same; only the compressed stream may differ. */
  @Override
  protected void assertRestored(byte[] original, byte[] restored) {
    PngFile before = PngFile.read(original);
    PngFile after = PngFile.read(restored);
    assertThat(after.header()).isEqualTo(before.header());
    assertThat(content(after.before())).isEqualTo(content(before.before()));
    assertThat(content(after.after())).isEqualTo(content(before.after()));
    assertThat(after.trailer()).isEqualTo(before.trailer());
    assertThat(PngInflation.planes(after)).isDeepEqualTo(PngInflation.planes(before));
  }

  @TestFactory
  Stream<DynamicTest> anotherReaderSeesTheSamePixelsBeforeAndAfter() {
    List<Pngs> images = new ArrayList<>();
    for (int[] size : new int[][] {{1, 1}, {2, 9}, {9, 2}, {33, 17}}) {
      images.addAll(everyKind(size[0], size[1]));
    }
    return images.stream()
        .map(image -> dynamicTest(image.toString(), () -> assertSeenAlike(image)));
  }

  private static void assertSeenAlike(Pngs image) throws IOException {
    Media media = parse(image.file());
    Raster original = raster(image.file());
    Raster restored = raster(new PngFormat().restore(media));
    for (int c = 0; c < media.layout().channels(); c++) {
      int[] seen = samples(original, c);
      assertThat(media.planes()[c]).isEqualTo(seen);
      assertThat(samples(restored, c)).isEqualTo(seen);
    }
  }

  @Test
  void aPlainFileCostsOneByte() {
    for (Pngs image : everyKind(32, 32)) {
      if (image.colour() != 3) {
        assertThat(parse(image.file()).foreign()).hasSize(1);
      }
    }
  }

  @Test
  void usualChunksAreCompact() {
    byte[] density = chunk("pHYs", Bytes.of(0, 0, 11, 19, 0, 0, 11, 19, 1));
    byte[] file = COLOUR.file(join(GAMMA, chunk("sRGB", new byte[1]), density), new byte[0]);
    assertThat(parse(file).foreign()).hasSizeLessThan(20);
  }

  @Test
  void damageBehindValidChecksumsIsRefusedOrHarmless() {
    Random random = new Random(5);
    Pngs image = new Pngs(9, 9, 8, 2, true);
    int[][] planes = parse(image.file()).planes();
    for (int i = 0; i < 3000; i++) {
      byte[] pixels = image.pixels();
      pixels[random.nextInt(pixels.length)] ^= (byte) (1 << random.nextInt(8));
      byte[] file = join(SIGNATURE, image.header(), chunk("IDAT", pixels), END);
      assertRefusedOrSeen(file, planes);
    }
  }

  private static void assertRefusedOrSeen(byte[] file, int[][] planes) {
    try {
      assertThat(parse(file).planes()).isDeepEqualTo(planes);
    } catch (UnsupportedInputException refused) {
      assertThat(refused.where()).isEqualTo("the IDAT chunks");
    }
  }

  static List<Pngs> everyKind(int width, int height) {
    int[][] kinds = {
      {1, 0}, {2, 0}, {4, 0}, {8, 0}, {16, 0}, {8, 2}, {16, 2}, {1, 3}, {2, 3}, {4, 3}, {8, 3},
      {8, 4}, {16, 4}, {8, 6}, {16, 6}
    };
    List<Pngs> images = new ArrayList<>();
    for (int[] kind : kinds) {
      images.add(new Pngs(width, height, kind[0], kind[1], false));
      images.add(new Pngs(width, height, kind[0], kind[1], true));
    }
    return images;
  }

  private static Media parse(byte[] file) {
    return new PngFormat().parse(file, SMALL);
  }

  private static Raster raster(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file)).getRaster();
  }

  private static int[] samples(Raster raster, int band) {
    return raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, (int[]) null);
  }

  private static List<String> content(List<PngChunk> chunks) {
    return chunks.stream().map(chunk -> chunk.type() + Arrays.toString(chunk.data())).toList();
  }

  private static byte[] png(byte[]... chunks) {
    return join(SIGNATURE, COLOUR.header(), join(chunks));
  }

  private static byte[] packed(byte[] pixels) {
    return png(chunk("IDAT", pixels), END);
  }

  private static byte[] headed(Pngs image) {
    return headed(Arrays.copyOfRange(image.header(), 8, 21));
  }

  private static byte[] headed(byte[] header) {
    return join(SIGNATURE, chunk("IHDR", header), chunk("IDAT", COLOUR.pixels()), END);
  }

  private static byte[] header(int width, int height, int depth, int colour, int interlace) {
    return join(be32(width), be32(height), Bytes.of(depth, colour, 0, 0, interlace));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] flipped(byte[] file, int at) {
    byte[] changed = file.clone();
    changed[at] ^= 1;
    return changed;
  }
}
