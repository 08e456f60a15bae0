package io.ardmstream.media.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.CorruptDataException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in letters are the same letters again, whatever the white space between them. */
class DecimalsTest {
  private static final String[] SPACES = {" ", "\n", " \n", "\r\n", "\t", "  "};

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Piece piece(int length, int bytes, byte[] hints) {
    return new Piece(0, length, Packing.DECIMALS, Filter.NONE, bytes, hints);
  }

  @Property
  void numbersComeBackAsTheyWereWritten(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 65535) Integer> numbers,
      @ForAll @Size(200) List<@IntRange(min = 0, max = 5) Integer> spaces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < numbers.size(); i++) {
      text.append(i == 0 ? "" : SPACES[spaces.get(i)]).append(numbers.get(i));
    }
    byte[] file = bytes(text + "\nrest");
    int length = 2 * numbers.size();

    Unpacked unpacked = Decimals.unpack(file, 0, file.length, length, 2);

    assertThat(unpacked.end()).isEqualTo(text.length());
    assertThat(Decimals.pack(unpacked.plain(), 0, piece(length, 2, unpacked.hints())))
        .isEqualTo(bytes(text.toString()));
  }

  @Test
  void linesOfTheSameLengthCostNextToNothing() {
    byte[] file = bytes("1 2 3 4 5 6 7 8 \n".repeat(100));
    Unpacked unpacked = Decimals.unpack(file, 0, file.length, 800, 1);
    assertThat(unpacked.hints()).hasSize(1 + 2 + 3 + 1 + 2 * 99).endsWith(8, 1, 8, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 02", "1 256", "1 -2", "1 2.5", "1", "1 #2", "1 x", ""})
  void otherTextIsNoneOfThese(String text) {
    byte[] file = bytes(text);
    assertThat(Decimals.unpack(file, 0, file.length, text.contains(".") ? 3 : 2, 1)).isNull();
  }

  @Test
  void damagedHintsAreToldApart() {
    byte[] plain = {1, 2, 3};
    byte[] noSpace = {0, 0};
    byte[] noSuchUsual = {1, 1, 32, 5};
    byte[] noSuchOther = {1, 1, 32, 0, 1, 9};
    for (byte[] hints : List.of(noSpace, noSuchUsual, noSuchOther, new byte[] {1})) {
      assertThatThrownBy(() -> Decimals.pack(plain, 0, piece(3, 1, hints)))
          .isInstanceOf(CorruptDataException.class);
    }
    byte[] whole = {1, 1, 32, 0};
    assertThatThrownBy(() -> Decimals.pack(plain, 0, piece(3, 4, whole)))
        .isInstanceOf(CorruptDataException.class);
    assertThat(Decimals.pack(plain, 0, piece(3, 1, whole))).isEqualTo(bytes("1 2 3"));
  }
}
