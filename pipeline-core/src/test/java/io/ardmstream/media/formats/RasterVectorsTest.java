package io.ardmstream.media.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.media.Bytes;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.raster.RasterFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What docs/FORMAT-RASTER.md says in numbers is what is written. */
class RasterVectorsTest {
  private static final Path SPECIFICATION = Path.of("../docs/FORMAT-RASTER.md");

  @Test
  void theExampleIsWrittenAndReadAsSpecified() throws IOException {
    byte[] file = Bytes.of(0x50, 0x34, 0x20, 0x33, 0x20, 0x31, 0x0A, 0xA0);
    Media media = MediaFormats.parse(file, MediaOptions.defaults());
    assertThat(media.planes()).isDeepEqualTo(new int[][] {{1, 0, 1}});
    assertThat(Files.readString(SPECIFICATION))
        .contains(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(file))
        .contains(HexFormat.ofDelimiter(" ").formatHex(media.foreign()));
    assertThat(MediaFormats.restore(media)).isEqualTo(file);
  }

  @Test
  void theDictionaryIsTheOneSpecified() throws IOException {
    try (InputStream resource = RasterFormat.class.getResourceAsStream("dictionary.bin")) {
      String dictionary = HexFormat.of().formatHex(resource.readAllBytes());
      String text = Files.readString(SPECIFICATION).replace("\n    ", "");
      assertThat(text).endsWith(dictionary + "\n");
    }
  }
}
