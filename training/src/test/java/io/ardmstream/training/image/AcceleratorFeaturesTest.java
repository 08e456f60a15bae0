package io.ardmstream.training.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.ardm.Lattice;
import io.ardmstream.block.Block;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.bundle.Digests;
import io.ardmstream.likelihood.audio.AudioFeatures;
import io.ardmstream.likelihood.audio.AudioUnit;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.CausalWindow;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.media.Modality;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the features to digests that {@code training/accelerator/tests} holds its own features to:
 * both compute the same rows from the same numbers.
 */
class AcceleratorFeaturesTest {

  private static final Path DIGESTS = Path.of("accelerator/tests/digests.txt");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream rows = new DataOutputStream(bytes);

  /** A generator that is easily written twice. */
  private static final class Noise {
    private int state;

    Noise(int seed) {
      state = seed;
    }

    int next(int bound) {
      state = state * 1103515245 + 12345 & 0x7fffffff;
      return (state >> 12) % bound;
    }
  }

  private static Block tile(int width, int height, int noise, int seed) {
    Noise random = new Noise(seed);
    int[][] planes = new int[3][width * height];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        int level = 2 * (i % width) + 3 * (i / width) * (c + 1) + random.next(noise);
        planes[c][i] = level & 255;
      }
    }
    return new Block(new BlockLayout(Modality.IMAGE, width, height, 3, 8, false), planes);
  }

  private static AudioUnit unit(int channels, int length, int bits, int levels, int seed) {
    Noise random = new Noise(seed);
    int[][] planes = new int[channels][length];
    for (int[] plane : planes) {
      for (int i = 0; i < length; i++) {
        plane[i] = random.next(2 << random.next(bits)) - random.next(2 << random.next(bits));
      }
    }
    int[] loudness = Arrays.stream(planes).mapToInt(AudioUnit::meanLoudness).toArray();
    return new AudioUnit(new Lattice(levels).plan(length, 1), levels, planes, loudness, 24);
  }

  private void write(CausalCanvas canvas, ImageFeatures features) throws IOException {
    float[][] row = new float[features.width()][1];
    for (int y = 0; y < canvas.height(); y++) {
      for (int x = 0; x < canvas.width(); x++) {
        int at = canvas.place(x, y);
        features.fill(canvas, features.offsets(canvas.stride()), new int[] {at}, 0, 1, 0, row);
        write(row);
        for (int c = 0; c < 3; c++) {
          int[] plane = canvas.cells(c);
          rows.writeInt(plane[at] - ImageFeatures.mean(plane, at, canvas.stride()));
        }
      }
    }
  }

  private void write(AudioUnit unit, AudioFeatures features) throws IOException {
    float[][] row = new float[features.width()][1];
    int[] kernel = new int[AudioFeatures.KERNEL];
    for (int channel = 0; channel < unit.channels(); channel++) {
      for (int place = 0; place < unit.planes()[channel].length; place++) {
        features.fill(unit, channel, place, row, 0, kernel);
        write(row);
        for (int value : kernel) {
          rows.writeInt(value);
        }
        rows.writeInt(unit.planes()[channel][place]);
      }
    }
  }

  private void write(float[][] row) throws IOException {
    for (float[] value : row) {
      rows.writeInt((int) value[0]);
    }
  }

  private void assertDigest(String name) throws IOException {
    assertThat(Files.readAllLines(DIGESTS))
        .contains(name + " " + Digests.sha256(bytes.toByteArray()));
  }

  @ParameterizedTest
  @CsvSource({"4,2", "5,3", "3,1"})
  void picturesGiveTheRowsOfTheDigest(int radius, int slope) throws IOException {
    CausalWindow window = new CausalWindow(radius, slope);
    ImageFeatures features = new ImageFeatures(window);
    for (Block tile :
        List.of(tile(40, 30, 9, 1), tile(3, 3, 256, 2), tile(5, 1, 256, 3), tile(1, 7, 99, 4))) {
      for (CausalCanvas canvas : PictureTiles.canvases(tile, window, true)) {
        write(canvas, features);
      }
    }
    assertDigest("image " + radius + " " + slope);
  }

  @ParameterizedTest
  @CsvSource({"16,16", "16,4", "5,2"})
  void residualsGiveTheRowsOfTheDigest(int levels, int reach) throws IOException {
    AudioFeatures features = new AudioFeatures(reach);
    for (AudioUnit unit :
        List.of(
            unit(1, 1000, 8, levels, 1),
            unit(2, 777, 18, levels, 2),
            unit(3, 5, 12, levels, 3),
            unit(1, 1, 12, levels, 4))) {
      write(unit, features);
    }
    assertDigest("audio " + levels + " " + reach);
  }
}
