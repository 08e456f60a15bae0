package io.ardmstream.media.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real files that come with the project. */
class SamplesTest {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final MediaOptions DEFAULTS = MediaOptions.defaults();

  @ParameterizedTest
  @MethodSource("files")
  void areUnderstoodAndRestored(Path path) throws IOException {
    byte[] file = Files.readAllBytes(path);
    Media media = MediaFormats.parse(file, DEFAULTS);
    assertThat(media.type()).isNotEqualTo(FileFormat.OPAQUE);
    byte[] restored = MediaFormats.restore(media);
    if (media.fidelity() == Fidelity.BYTES) {
      assertThat(restored).isEqualTo(file);
    }
    assertThat(MediaFormats.parse(restored, DEFAULTS)).isEqualTo(media);
  }

  @Test
  void everyFileHasItsLicenceStated() throws IOException {
    String licences = Files.readString(SAMPLES.resolve("LICENSES.md"));
    for (Path path : files()) {
      String firstOfSeries = path.getFileName().toString().replaceFirst("-\\d\\d\\.", "-00.");
      assertThat(licences).contains(firstOfSeries);
    }
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.find(SAMPLES, 2, (path, is) -> is.isRegularFile())) {
      return files.filter(path -> !path.getParent().equals(SAMPLES)).sorted().toList();
    }
  }
}
