package io.ardmstream.media.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.bytes.BitSource;
import io.ardmstream.media.ForeignSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words of integers are those that docs/FORMAT-RASTER.md gives. */
class NumberVectorsTest {
  private static final Path SPECIFICATION = Path.of("../docs/FORMAT-RASTER.md");
  private static final int[] INTEGERS = {1, 3, -60, 255};

  @Test
  void dividedAndMultipliedNumbersAreThoseSpecified() throws IOException {
    List<String[]> rows =
        Files.readString(SPECIFICATION)
            .lines()
            .filter(line -> line.startsWith("| `04 ") || line.startsWith("| `05 "))
            .map(line -> line.replace("`", "").split("\\|"))
            .toList();
    assertThat(rows).hasSize(4);
    for (String[] row : rows) {
      ForeignSource fields = new ForeignSource(HexFormat.ofDelimiter(" ").parseHex(row[1].strip()));
      DividedFloats form = DividedFloats.unpack(fields, fields.u8(), 32, true);
      for (int i = 0; i < INTEGERS.length; i++) {
        long word = form.word(INTEGERS[i], new BitSource(() -> 0));
        assertThat(HexFormat.of().toHexDigits(word, form.bits() / 4))
            .as("%s of %d", row[1].strip(), INTEGERS[i])
            .isEqualTo(row[2 + i].strip());
        assertThat(form.value(word)).isEqualTo(INTEGERS[i]);
      }
    }
  }
}
