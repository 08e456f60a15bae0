package io.ardmstream.media.formats;

import static io.ardmstream.media.Bytes.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.MediaFormatContract;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.Modality;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.bmp.BmpFormat;
import io.ardmstream.media.pnm.PnmFormat;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that the programs of others wrote, see make-rasters.py. What each holds is in rasters.txt:
 * channels x columns x rows, bits of a sample.
 */
class RasterFormatTest extends MediaFormatContract {
  private static final MediaOptions OPTIONS = MediaOptions.defaults().withLimits(SMALL);

  private static final String ALIGNED = "left.pgm";

  @Override
  protected MediaFormat format() {
    return MediaFormats.RASTER;
  }

  @Override
  protected Map<String, byte[]> valid() {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : paths()) {
      files.put(file.getFileName().toString(), bytes(file));
    }
    files.remove(ALIGNED);
    return files;
  }

  @Override
  protected Map<String, byte[]> keptOpaque() {
    return Map.of("no pixels", HexFormat.of().parseHex("49492a000800000000000000"));
  }

  @Override
  protected String reason() {
    return "TIFF with ";
  }

  /** What is damaged is opaque; only what is too large is refused. */
  @Override
  protected Map<String, Defect> faulty() {
    return Map.of("claims 10^12 pixels", new Defect(hugeClaim(), "beyond the limit"));
  }

  @Override
  protected boolean isAskedLater(MediaFormat other) {
    return other instanceof BmpFormat || other instanceof PnmFormat;
  }

  @Override
  protected int stride(byte[] file) {
    return file.length > 2000 ? 7 : 1;
  }

  static List<String> files() throws IOException, URISyntaxException {
    return Files.readAllLines(resource("rasters.txt"));
  }

  private static List<Path> paths() {
    try (Stream<Path> files = Files.list(resource("rasters"))) {
      return files.sorted().toList();
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(RasterFormatTest.class.getResource(name).toURI());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static byte[] file(String name) throws URISyntaxException {
    return bytes(resource("rasters").resolve(name));
  }

  @ParameterizedTest
  @MethodSource("files")
  void itsSamplesAreFoundAndItsBytesComeBack(String line) throws Exception {
    String[] said = line.split(" ");
    byte[] file = file(said[0]);
    Media media = MediaFormats.parse(file, OPTIONS);
    SampleLayout layout = media.layout();
    assertThat(media.type()).isEqualTo(FileFormat.RASTER);
    assertThat(layout.channels() + "x" + layout.width() + "x" + layout.height()).isEqualTo(said[1]);
    assertThat(layout.bitDepth()).isEqualTo(Integer.parseInt(said[2]));
    for (int[] plane : media.planes()) {
      assertThat(Arrays.stream(plane)).allMatch(s -> s >= layout.least() && s <= layout.greatest());
    }
    assertThat(MediaFormats.restore(media)).isEqualTo(file);
  }

  /** PGM finds for itself that its numbers use the upper bits only. */
  @Test
  void aPictureOfAlignedNumbersSurvivesDamage() throws Exception {
    byte[] file = file(ALIGNED);
    assertSurvivesTruncation(file);
    assertSurvivesMutations(file);
    assertNoticesDamage(MediaFormats.parse(file, OPTIONS));
  }

  /** Parametric maps: thicknesses in hundredths as floating-point numbers. */
  @ParameterizedTest
  @CsvSource({"OF, 8, 4", "OD, 9, 8"})
  void floatingPixelsOfDicomAreFound(String kind, int element, int bytes) {
    ByteBuffer dicom = ByteBuffer.allocate(400 + 12 * 7 * bytes).order(ByteOrder.LITTLE_ENDIAN);
    dicom.position(128).put("DICM".getBytes(StandardCharsets.US_ASCII));
    element(dicom, 0x0002, 0x10, "UI").putShort((short) 20);
    dicom.put("1.2.840.10008.1.2.1\0".getBytes(StandardCharsets.US_ASCII));
    element(dicom, 0x0028, 0x10, "US").putShort((short) 2).putShort((short) 7);
    element(dicom, 0x0028, 0x11, "US").putShort((short) 2).putShort((short) 12);
    element(dicom, 0x7FE0, element, kind).putShort((short) 0).putInt(12 * 7 * bytes);
    for (int i = 0; i < 12 * 7; i++) {
      if (bytes == 4) {
        dicom.putFloat((300 + i) / 100f);
      } else {
        dicom.putDouble((300 + i) / 100.0);
      }
    }
    byte[] file = Arrays.copyOf(dicom.array(), dicom.position());

    Media media = MediaFormats.parse(file, OPTIONS);

    assertThat(media.layout()).isEqualTo(new SampleLayout(Modality.IMAGE, 12, 7, 1, 9, false));
    assertThat(media.planes()[0]).startsWith(300, 301, 302);
    assertThat(MediaFormats.restore(media)).isEqualTo(file);
  }

  private static ByteBuffer element(ByteBuffer dicom, int group, int element, String kind) {
    dicom.putShort((short) group).putShort((short) element);
    return dicom.put(kind.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void everyFileIsListed() throws Exception {
    assertThat(files()).hasSize(paths().size());
  }

  @ParameterizedTest
  @CsvSource({
    "plain.tif, lzw.tif",
    "plain.tif, lzw-differences.tif",
    "plain.tif, zlib.tif",
    "plain.tif, zlib-differences.tif",
    "plain.tif, planar.tif",
    "plain.tif, tiles.tif",
    "plain.tif, lzw-tiles.tif",
    "plain.tif, lzw-planar.tif",
    "plain.tif, colour.dcm",
    "plain.tif, rgb.npy",
    "plain.tif, colours.pam",
    "plain.tif, os2.bmp",
    "plain.tif, letters.ppm",
    "plain.tif, lines.ppm",
    "grey16-be.tif, packbits-be.tif",
    "grey16-be.tif, lzw-differences-be.tif",
    "grey16-be.tif, big.tif",
    "grey16-be.tif, implicit.dcm",
    "grey16-be.tif, big-endian.dcm",
    "grey16-be.tif, int64.npy",
    "grey16-be.tif, numbers-of-integers.npy",
    "grey16-be.tif, two.npz",
    "grey16-be.tif, packed.npz",
    "grey16-be.tif, letters16.pgm",
    "bilevel.tif, bilevel-reversed.tif",
    "bilevel.tif, packbits-bilevel.tif",
    "bits.pbm, digits.pbm",
    "float.tif, zlib-float.tif",
    "float.tif, double.tif",
    "float.tif, float.fits",
    "float.tif, depth.pfm"
  })
  void theSamePixelsAreTheSamePlanes(String one, String other) throws Exception {
    Media first = MediaFormats.parse(file(one), OPTIONS);
    Media second = MediaFormats.parse(file(other), OPTIONS);
    assertThat(second.planes()).isDeepEqualTo(first.planes());
    assertThat(second.layout()).isEqualTo(first.layout());
  }

  @ParameterizedTest
  @CsvSource({
    "BMP with compression method 5, 424d 00000000 00000000 36000000 28000000 01000000 01000000 0100"
        + " 1800 05000000 00000000 00000000 00000000 00000000 00000000 ffffff00",
    "TIFF with a picture without pixels, 49492a00 08000000 0000 00000000",
    "Netpbm in letters with too few numbers, 50322039 20392039 0a392039",
    "Netpbm in letters with other text than plain numbers, 50322031 20322039 0a392030 39",
    "Netpbm in letters with other text than plain numbers, 50322031 20322039 0a392032 353620",
    "DICOM with no transfer syntax, 4449434d"
  })
  void whatIsNotUnderstoodSaysSo(String reason, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    byte[] file = reason.startsWith("DICOM") ? new byte[200] : bytes;
    System.arraycopy(bytes, 0, file, file == bytes ? 0 : 128, bytes.length);
    Media media = MediaFormats.parse(file, OPTIONS);
    assertThat(media.type()).isEqualTo(FileFormat.OPAQUE);
    assertThat(media.reason()).isEqualTo(reason);
    assertThat(MediaFormats.restore(media)).isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource({
    "'i420,21x18', 1x22x27, 8, 576",
    "'yv12,21x18', 1x22x27, 8, 576",
    "'nv12,21x18', 1x22x27, 8, 576",
    "'nv21,21x18', 1x22x27, 8, 576",
    "'i422,21x18', 1x22x36, 8, 774",
    "'nv16,21x18', 1x22x36, 8, 774",
    "'yuyv,22x18', 1x22x36, 8, 792",
    "'YUY2,22x18', 1x22x36, 8, 792",
    "'yvyu,22x18', 1x22x36, 8, 792",
    "'uyvy,22x18', 1x22x36, 8, 792",
    "'i444,21x18', 3x21x18, 8, 1134",
    "'p010,21x18', 1x22x27, 16, 1152",
    "'rggb8,21x18', 4x11x9, 8, 378",
    "'bggr16,21x18', 4x11x9, 16, 756",
    "'gbrg12be,21x18', 4x11x9, 16, 756",
    "'grbg10le,21x18', 4x11x9, 16, 756"
  })
  void framesOfCamerasAreTakenApart(String descriptor, String shape, int depth, int bytes) {
    MediaOptions options = OPTIONS.withRaw(RawDescriptor.parse(descriptor));
    for (int frames = 1; frames <= 3; frames++) {
      byte[] file = noise(frames * bytes, frames);
      Media media = MediaFormats.parse(file, options);
      SampleLayout layout = media.layout();
      String found = layout.channels() + "x" + layout.width() + "x" + layout.height() / frames;
      assertThat(found).isEqualTo(shape);
      assertThat(layout.bitDepth()).isEqualTo(depth);
      assertThat(MediaFormats.restore(media)).isEqualTo(file);
    }
    assertThatThrownBy(() -> MediaFormats.parse(noise(bytes + 1, 1), options))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("A frame of the declared shape has " + bytes + " bytes");
  }

  @Test
  void theFourPlacesOfAMosaicAreChannels() {
    byte[] file = {1, 2, 3, 4, 5, 6, 7, 8};
    Media media = MediaFormats.parse(file, OPTIONS.withRaw(RawDescriptor.parse("rggb8,4x2")));
    assertThat(media.planes()).isDeepEqualTo(new int[][] {{1, 3}, {2, 4}, {5, 7}, {6, 8}});
  }

  @ParameterizedTest
  @CsvSource({"12, 0", "12, 4", "10, 6", "14, 2"})
  void fewerBitsAtEitherEndOfWordsAreFound(int bits, int shift) {
    ByteBuffer words = ByteBuffer.allocate(2 * 64).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 64; i++) {
      words.putShort((short) ((i * 97 % (1 << bits) | (1 << bits - 1) | i & 1) << shift));
    }
    MediaOptions options = OPTIONS.withRaw(RawDescriptor.parse("u16le,8x8"));
    Media media = MediaFormats.parse(words.array(), options);
    assertThat(media.layout()).isEqualTo(SampleLayout.image(8, 8, 1, bits));
    assertThat(MediaFormats.restore(media)).isEqualTo(words.array());
  }

  @Test
  void aHugeClaimIsRefusedAtOnce() {
    assertThatThrownBy(() -> MediaFormats.parse(hugeClaim(), MediaOptions.defaults()))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("beyond the limit");
  }

  private static byte[] hugeClaim() {
    String header = "P7\nWIDTH 1000000\nHEIGHT 1000000\nDEPTH 200\nMAXVAL 255\nENDHDR\n";
    return header.getBytes(StandardCharsets.US_ASCII);
  }

  /** A single run cannot fill the memory: what a file holds is bounded by its length. */
  @Test
  void manyPixelsOfFewBytesStayOpaque() throws Exception {
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 8 * 12 + 4 + 4).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 8);
    int[][] entries = {
      {256, 4, 20000}, {257, 4, 10000}, {258, 3, 8}, {259, 3, 32773},
      {262, 3, 1}, {273, 4, 110}, {278, 4, 10000}, {279, 4, 4}
    };
    for (int[] entry : entries) {
      tiff.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1).putInt(entry[2]);
    }
    Media media = MediaFormats.parse(tiff.array(), MediaOptions.defaults());
    assertThat(media.reason()).isEqualTo("TIFF with more samples than its bytes may hold");
  }

  @Test
  void anArrayThatClaimsMoreThanItsPackedBytesMayHoldStaysOpaque() {
    ByteBuffer zip = ByteBuffer.allocate(30 + 5 + 100).order(ByteOrder.LITTLE_ENDIAN);
    zip.put("PK\3\4".getBytes(StandardCharsets.US_ASCII));
    zip.putShort(8, (short) 8).putInt(18, 100).putInt(22, 1_000_000_000).putShort(26, (short) 5);
    zip.position(30).put("x.npy".getBytes(StandardCharsets.US_ASCII));
    Media media = MediaFormats.parse(zip.array(), MediaOptions.defaults());
    assertThat(media.reason()).isEqualTo("NPZ with more samples than its bytes may hold");
  }
}
