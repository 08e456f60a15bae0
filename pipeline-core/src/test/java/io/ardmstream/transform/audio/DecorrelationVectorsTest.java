package io.ardmstream.transform.audio;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.transform.audio.predictor.ChannelPredictor;
import io.ardmstream.transform.audio.predictor.PredictorSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test vectors of {@code docs/FORMAT-AUDIO.md} are what the code computes. */
class DecorrelationVectorsTest {
  private static final Path SPECIFICATION = Path.of("..", "docs", "FORMAT-AUDIO.md");
  private static final int FRAMES = 4096;
  private static final int DEPTH = 16;

  /** A row of the table: a predictor set, and what it leaves. */
  record Row(int set, int[] left, int[] right, String checksum) {}

  static List<Row> rows() throws IOException {
    return Files.readString(SPECIFICATION)
        .replace('−', '-')
        .lines()
        .filter(line -> line.matches("\\| `0[0-9]` \\|.*"))
        .map(line -> line.split(" *\\| *"))
        .map(cells -> new Row(cells[1].charAt(2) - '0', of(cells[2]), of(cells[3]), cells[4]))
        .toList();
  }

  @Test
  void everyPublishedSetHasARow() throws IOException {
    assertThat(rows())
        .extracting(Row::set)
        .containsExactlyElementsOf(
            Stream.iterate(0, set -> set + 1).limit(PredictorSettings.published()).toList());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void residualsAreThoseOfTheTable(Row row) {
    AudioParameters parameters = parameters(row.set());
    int[][] residuals = BlockPrediction.residuals(samples(), parameters);
    assertThat(residuals[0]).startsWith(row.left());
    assertThat(residuals[1]).startsWith(row.right());
    assertThat(checksum(residuals)).isEqualTo(row.checksum());
    assertThat(new AudioDecorrelator(DEPTH, true).inverse(residuals, parameters))
        .isDeepEqualTo(samples());
  }

  @Test
  void residualsOfDifferencesAreThoseOfTheSpecification() throws IOException {
    AudioParameters parameters = parameters(0).ofDifferences();
    int[][] residuals = BlockPrediction.residuals(samples(), parameters);
    String right =
        Arrays.stream(residuals[1], 0, 20).mapToObj(String::valueOf).collect(joining(" "));
    assertThat(Files.readString(SPECIFICATION).replace('−', '-').replaceAll("\\s+", " "))
        .contains("differences: " + right + " … (" + checksum(residuals) + ")");
    assertThat(new AudioDecorrelator(DEPTH, true).inverse(residuals, parameters))
        .isDeepEqualTo(samples());
  }

  @Test
  void samplesAreThoseOfTheSpecification() throws IOException {
    String text = Files.readString(SPECIFICATION);
    assertThat(text).contains("have the CRC-32C " + checksum(samples()));
    for (int c = 0; c < 2; c++) {
      String name = List.of("left ", "right ").get(c);
      String listed =
          text.lines().filter(line -> line.strip().startsWith(name)).findFirst().orElseThrow();
      listed = listed.substring(listed.indexOf(name) + name.length(), listed.indexOf('…'));
      assertThat(samples()[c]).startsWith(of(listed.replace('−', '-').strip()));
    }
  }

  @Test
  @DisplayName("predictions are those of the specification, to the last bit")
  void predictions() throws IOException {
    String text = Files.readString(SPECIFICATION).replace('−', '-').replaceAll("\\s+", " ");
    double[] left = samplesAsDoubles(0);
    ChannelPredictor first = new ChannelPredictor(parameters(0).settings(), null);
    ChannelPredictor second = new ChannelPredictor(parameters(0).settings(), left);
    assertThat(text).contains("left, " + predictions(first, left));
    assertThat(text).contains("right, " + predictions(second, samplesAsDoubles(1)));
  }

  private static String predictions(ChannelPredictor predictor, double[] samples) {
    StringBuilder text = new StringBuilder("0, 0");
    for (int i = 0; i < 6; i++) {
      double prediction = predictor.predict();
      predictor.learn(samples[i]);
      if (i > 1) {
        text.append(", ").append(prediction);
      }
    }
    return text.toString();
  }

  private static double[] samplesAsDoubles(int channel) {
    return Arrays.stream(samples()[channel]).asDoubleStream().toArray();
  }

  private static AudioParameters parameters(int set) {
    return AudioParameters.read(ByteBuffer.wrap(new byte[] {(byte) set}), 2, DEPTH);
  }

  private static int[][] samples() {
    int[][] samples = new int[2][FRAMES];
    long z = 1;
    int x = 0;
    int y = 0;
    for (int t = 0; t < FRAMES; t++) {
      z = z * 6364136223846793005L + 1442695040888963407L;
      int u = (int) (z >>> 56) - 128;
      x = (x * 15 >> 4) + u;
      y = (y * 7 >> 3) + (x >> 1) + (u >> 3);
      samples[0][t] = x;
      samples[1][t] = y;
    }
    return samples;
  }

  private static String checksum(int[][] planes) {
    CRC32C checksum = new CRC32C();
    for (int[] plane : planes) {
      for (int value : plane) {
        checksum.update(value & 0xFF);
        checksum.update(value >> 8 & 0xFF);
      }
    }
    return "%08x".formatted(checksum.getValue());
  }

  private static int[] of(String numbers) {
    return Stream.of(numbers.split(" +")).mapToInt(Integer::parseInt).toArray();
  }
}
