package io.ardmstream.media.bmp;

import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.le32;
import static io.ardmstream.media.Bytes.noise;
import static io.ardmstream.media.Bytes.text;
import static io.ardmstream.media.Bytes.with;
import static io.ardmstream.media.bmp.Bmps.file;
import static io.ardmstream.media.bmp.Bmps.greys;
import static io.ardmstream.media.bmp.Bmps.rasterBytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.MediaFormatContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BmpFormatTest extends MediaFormatContract {
  private static final byte[] NONE = {};
  private static final byte[] USUAL_MASKS = le32(0xFF0000, 0xFF00, 0xFF);
  private static final byte[] COLOUR = file(5, 4, 24, NONE, noise(64, 1));

  @Override
  protected MediaFormat format() {
    return new BmpFormat();
  }

  @Override
  protected Map<String, byte[]> valid() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int bits : new int[] {8, 24, 32}) {
      byte[] palette = bits == 8 ? greys() : NONE;
      for (int width = 1; width <= 4; width++) {
        byte[] raster = noise(rasterBytes(width, 3, bits), width);
        String name = bits + " bits, " + width + " wide";
        files.put(name + ", rows from the bottom", file(width, 3, bits, palette, raster));
        files.put(name + ", rows from the top", file(width, -3, bits, palette, raster));
      }
      files.put("one pixel of " + bits, file(1, 1, bits, palette, noise(4, 5)));
    }
    files.put("own palette", file(3, 3, 8, noise(64, 2), noise(12, 3)));
    files.put("gap before the pixels", file(3, 3, 24, text("a gap"), noise(36, 4)));
    files.put("bytes after the pixels", join(COLOUR, text("tail")));
    files.put("colour masks", file(3, 3, 32, 3, USUAL_MASKS, noise(36, 6)));
    files.put("header of 108 bytes", withHeader(108));
    files.put("header of 124 bytes", withHeader(124));
    return files;
  }

  @Override
  protected Map<String, byte[]> keptOpaque() {
    return Map.of(
        "run lengths", file(3, 3, 8, 1, greys(), noise(12, 7)),
        "PNG inside", file(0x40, 3, 0, 5, NONE, noise(12, 7)),
        "masks with gaps", file(3, 3, 32, 3, le32(0xF0F, 0xF000, 0xF0000), noise(36, 7)));
  }

  @Override
  protected Map<String, Defect> faulty() {
    return Map.of(
        "ends inside its header", new Defect(Arrays.copyOf(COLOUR, 53), "inside its header"),
        "lacks a byte of pixels",
            new Defect(Arrays.copyOf(COLOUR, 117), "63 bytes of pixels, not 64"),
        "has no columns", new Defect(with(COLOUR, 18, 0), "0 by 4"),
        "has a negative width", new Defect(with(COLOUR, 18, -5), "-5 by 4"),
        "has no rows", new Defect(with(COLOUR, 22, 0), "5 by 0"),
        "has pixels inside the header", new Defect(with(COLOUR, 10, 53), "pixels start at 53"),
        "has pixels after its end", new Defect(with(COLOUR, 10, 119), "pixels start at 119"),
        "has the least height there is",
            new Defect(with(COLOUR, 22, Integer.MIN_VALUE), "beyond the limit"),
        "claims 10^12 pixels",
            new Defect(with(with(COLOUR, 18, 1_000_000), 22, 1_000_000), "beyond the limit"));
  }

  @ParameterizedTest
  @CsvSource({"8", "24", "32"})
  void usualHeadersCostOneByte(int bits) {
    byte[] palette = bits == 8 ? greys() : NONE;
    byte[] file = file(31, 32, bits, palette, Bmps.noise(31, 32, bits));
    assertThat(new BmpFormat().parse(file, SMALL).foreign()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"8, 3", "8, -3", "24, 3", "24, -3", "32, 3", "32, -3"})
  void readsThePixelsThatAnotherReaderSees(int bits, int height) throws IOException {
    byte[] palette = bits == 8 ? greys() : NONE;
    byte[] file = file(5, height, bits, palette, noise(rasterBytes(5, height, bits), bits));
    var raster = ImageIO.read(new ByteArrayInputStream(file)).getRaster();
    Media media = new BmpFormat().parse(file, SMALL);
    for (int c = 0; c < raster.getNumBands(); c++) {
      assertThat(media.planes()[c]).isEqualTo(raster.getSamples(0, 0, 5, 3, c, (int[]) null));
    }
  }

  @Test
  void paddingThatIsNotZeroIsForeign() {
    byte[] raster = Bmps.noise(3, 2, 24);
    byte[] odd = raster.clone();
    odd[9] = 1;
    Media plain = new BmpFormat().parse(file(3, 2, 24, NONE, raster), SMALL);
    Media padded = new BmpFormat().parse(file(3, 2, 24, NONE, odd), SMALL);
    assertThat(padded.planes()).isDeepEqualTo(plain.planes());
    assertThat(padded.foreign()).hasSizeBetween(2, 40);
  }

  private static byte[] withHeader(int bytes) {
    return with(file(3, 3, 24, new byte[bytes - 40], noise(36, 8)), 14, bytes);
  }
}
