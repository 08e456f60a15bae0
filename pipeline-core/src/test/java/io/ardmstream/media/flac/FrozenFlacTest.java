package io.ardmstream.media.flac;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.SampleLayout;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The example of docs/FORMAT-FLAC.md, which no change may alter by a byte. */
class FrozenFlacTest {
  private static final String FILE =
      ""
          + "664c6143000000220040004000003e00005703e800f0000000607b759e2dc132930560669b065ad6"
          + "2b550300001200000000000000000000000000000000004084000028200000007265666572656e63"
          + "65206c6962464c414320312e342e3220323032323130323200000000fff86508003f484600000716"
          + "05f7063862b4a2cb100c2d296d2f180aacec0c62695d18c6795256ff884036504c0b92bce6587516"
          + "624d0a6a36209b538648308211ca9a0169384d8550b625f9805b2a982b69f43e008cfafff8650801"
          + "1fbd120d0f029c1e9294d11347b7de794050519a77c6a035fe391699699064a5c1502ea781339118"
          + "8ae2f7a9f5fa42c2b72fce2458aaa03ba4";
  private static final String FOREIGN =
      "016c0a34689aa4c6dd5ee12de1016c23561d030372c240801612dc0d00";
  private static final int[] SAMPLES =
      numbers(
          "0 1814 1527 1592 3287 3729 2264 1924 2626 1407 -739 -921 -725 -2403 -3663 -2658 -2097 -3068 -2584 -435 228 "
              + "-135 1284 3134 2790 2101 3151 3460 1632 542 979 42 -2162 -2552 -1831 -2783 -3835 -2601 -1227 -1644 -1300 937 "
              + "2012 1404 2138 3766 3277 1850 2150 2405 465 -1151 -802 -1219 -3140 -3516 -2255 -2342 -3119 -1776 160 169 217 "
              + "2145 3343 2443 2296 3474 2923 911 533 829 -838 -2683 -2303 -1967 -3343 -3628 -1881 -1158 -1683 -508 1700 1934 "
              + "1485 2822 3895 2686 1695 2332 1831 -412 -1295 -808 -1902 -3609 ");

  private static int[] numbers(String text) {
    return Arrays.stream(text.trim().split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  @Test
  void restoresTheFile() {
    byte[] foreign = HexFormat.of().parseHex(FOREIGN);
    SampleLayout layout = SampleLayout.audio(SAMPLES.length, 1, 16, true);
    int[][] planes = {SAMPLES.clone()};
    Media media = new Media(FileFormat.FLAC, layout, planes, foreign, Fidelity.BYTES);
    assertThat(new FlacFormat().restore(media)).isEqualTo(HexFormat.of().parseHex(FILE));
  }

  @Test
  void takesTheFileApart() {
    byte[] file = HexFormat.of().parseHex(FILE);
    Media media = new FlacFormat().parse(file, Limits.defaults());
    assertThat(media.planes()[0]).isEqualTo(SAMPLES);
    assertThat(media.foreign()).hasSizeLessThanOrEqualTo(FOREIGN.length() / 2);
  }
}
