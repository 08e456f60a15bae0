package io.ardmstream.media.pnm;

import static io.ardmstream.media.Bytes.join;
import static io.ardmstream.media.Bytes.noise;
import static io.ardmstream.media.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Bytes;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.MediaFormatContract;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.formats.MediaFormats;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PnmFormatTest extends MediaFormatContract {

  @Override
  protected MediaFormat format() {
    return new PnmFormat();
  }

  @Override
  protected Map<String, byte[]> valid() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("grey", pnm("P5\n5 4\n255\n", 20));
    files.put("colour", pnm("P6\n5 4\n255\n", 60));
    files.put("one pixel", pnm("P5\n1 1\n255\n", 1));
    files.put("one colour pixel", pnm("P6 1 1 255\n", 3));
    files.put("16 bit grey", pnm("P5\n5 4\n65535\n", 40));
    files.put("16 bit colour", pnm("P6\n5 4\n65535\n", 120));
    files.put("black and white", join(text("P5\n3 2\n1\n"), Bytes.of(0, 1, 1, 0, 1, 0)));
    files.put("10 bits", join(text("P5\n2 1\n1023\n"), Bytes.of(3, 255, 0, 7)));
    files.put("samples beyond 8-bit maxval", pnm("P5\n5 4\n100\n", 20));
    files.put("samples beyond 16-bit maxval", pnm("P5\n5 4\n300\n", 40));
    files.put("comments", pnm("P6 # a\n#b\n5#c\n# d\n 4\t\r\n255 ", 60));
    files.put("comment right after the magic", pnm("P5#\n5 4 255\n", 20));
    files.put("comment after maxval", pnm("P5\n5 4\n255#x\n", 20));
    files.put("every kind of white space", pnm("P5\t5\u000b4\f255\r", 20));
    files.put("leading zeros", pnm("P5\n0005 04\n00255\n", 20));
    files.put("bytes after the image", join(pnm("P5\n5 4\n255\n", 20), text("tail")));
    files.put("two images", join(pnm("P5\n5 4\n255\n", 20), pnm("P6\n5 4\n255\n", 60)));
    return files;
  }

  @Override
  protected Map<String, byte[]> keptOpaque() {
    return Map.of();
  }

  @Override
  protected Map<String, Defect> faulty() {
    Map<String, Defect> files = new LinkedHashMap<>();
    files.put("ends after the magic", defect("P5\n", 0, "width is missing"));
    files.put("ends after the width", defect("P5\n5", 0, "no white space before the height"));
    files.put("ends after the height", defect("P5\n5 4\n", 0, "maxval is missing"));
    files.put("ends after maxval", defect("P5\n5 4\n255", 0, "no white space after maxval"));
    files.put("ends in a comment", defect("P5\n#endless", 0, "width is missing"));
    files.put("lacks a pixel", defect("P5\n5 4\n255\n", 19, "19 bytes of pixels, not 20"));
    files.put("has no rows", defect("P5\n5 0\n255\n", 0, "5 by 0"));
    files.put("has a negative width", defect("P5\n-5 4\n255\n", 20, "width is missing"));
    files.put("has maxval 0", defect("P5\n5 4\n0\n", 20, "maxval 0"));
    files.put("has maxval 65536", defect("P5\n5 4\n65536\n", 40, "maxval 65536"));
    files.put(
        "has a width of 20 digits", defect("P5\n" + "9".repeat(20) + " 4 255\n", 9, "digits"));
    files.put("claims 10^12 pixels", defect("P6\n1000000 1000000\n255\n", 9, "beyond the limit"));
    files.put(
        "claims 10^28", defect("P5 99999999999999 99999999999999 1\n", 9, "beyond the limit"));
    return files;
  }

  @Test
  void usualHeadersCostOneByte() {
    assertThat(parse(pnm("P6\n32 32\n255\n", 3072)).foreign()).hasSize(1);
    assertThat(parse(pnm("P5 32 32 255\n", 1024)).foreign()).hasSize(1);
    assertThat(parse(join(text("P5\n1 1\n65535\n"), Bytes.of(255, 255))).foreign()).hasSize(1);
  }

  @Test
  void splitsPixelsIntoPlanes() {
    Media media = parse(join(text("P6 2 1 255\n"), Bytes.of(1, 2, 3, 4, 5, 255)));
    assertThat(media.layout()).isEqualTo(SampleLayout.image(2, 1, 3, 8));
    assertThat(media.planes()).isDeepEqualTo(new int[][] {{1, 4}, {2, 5}, {3, 255}});
  }

  @Test
  void wideSamplesHaveTheDepthOfTheGreatest() {
    assertThat(parse(join(text("P5 1 1 1023\n"), Bytes.of(3, 1))).layout().bitDepth())
        .isEqualTo(10);
    assertThat(parse(join(text("P5 1 1 1023\n"), Bytes.of(4, 1))).layout().bitDepth())
        .isEqualTo(11);
    assertThat(parse(join(text("P5 1 1 1023\n"), Bytes.of(4, 1))).planes()[0])
        .containsExactly(1025);
  }

  @Test
  void wordsThatHoldFewerBitsThanTheGreatestAreNarrowerNumbers() {
    byte[] words = noise(2 * 32 * 32, 5);
    for (int i = 0; i < words.length; i += 2) {
      words[i] &= 0xF;
    }
    byte[] file = join(text("P5\n32 32\n65535\n"), words);
    Media media = MediaFormats.parse(file, MediaOptions.defaults());
    assertThat(media.layout()).isEqualTo(SampleLayout.image(32, 32, 1, 12));
    assertThat(MediaFormats.restore(media)).isEqualTo(file);
  }

  private static Media parse(byte[] file) {
    return new PnmFormat().parse(file, SMALL);
  }

  private static byte[] pnm(String header, int bytes) {
    return join(text(header), noise(bytes, bytes));
  }

  private static Defect defect(String header, int bytes, String complaint) {
    return new Defect(pnm(header, bytes), complaint);
  }
}
