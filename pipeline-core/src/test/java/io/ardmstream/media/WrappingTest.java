package io.ardmstream.media;

import static io.ardmstream.media.Bytes.noise;
import static io.ardmstream.media.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.CorruptDataException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingTest {
  private static final Wrapping FIRST = new Wrapping(text("an ordinary header"), text(""));
  private static final Wrapping SECOND = new Wrapping(text("another header"), text("!"));
  private static final List<Wrapping> TEMPLATES = List.of(FIRST, SECOND);

  @Test
  void templatesCostOneByte() {
    assertThat(FIRST.pack(TEMPLATES)).containsExactly(1);
    assertThat(SECOND.pack(TEMPLATES)).containsExactly(2);
  }

  @Test
  void similarHeadersCostLittleMore() {
    Wrapping similar = new Wrapping(text("an ordinarx header"), text(""));
    assertThat(similar.pack(TEMPLATES)).hasSizeLessThan(15);
  }

  @Test
  void longPatternsAreCompressedAndNoiseIsNot() {
    assertThat(new Wrapping(new byte[5000], new byte[5000]).pack(TEMPLATES)).hasSizeLessThan(50);
    assertThat(new Wrapping(noise(500, 1), noise(500, 2)).pack(TEMPLATES)).hasSizeLessThan(1010);
  }

  @Property
  void everythingComesBack(@ForAll byte[] prefix, @ForAll byte[] suffix) {
    byte[] foreign = new Wrapping(prefix, suffix).pack(TEMPLATES);
    Wrapping unpacked = Wrapping.unpack(foreign, TEMPLATES);
    assertThat(unpacked.prefix()).isEqualTo(prefix);
    assertThat(unpacked.suffix()).isEqualTo(suffix);
    assertThat(unpacked.fileOf(3)).hasSize(prefix.length + 3 + suffix.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "\3", // a template that is not there
        "\0\1", // no form
        "\0\1\2\0", // an unknown form
        "\0\2\0\1a", // a prefix longer than both parts
        "\0\1\0\2a", // stored bytes that are missing
        "\0\1\1\2\u0003\u0000", // compressed nothing
        "\0\1\1\2\u00ff\u00ff", // no compressed data
        "\0\1\1\u00ff\u00ff\u00ff\u00ff\u0007a", // compressed data that claim 2 GiB
        "\0\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff" // a number without end
      })
  void damageIsReported(String foreign) {
    assertThatThrownBy(() -> Wrapping.unpack(text(foreign), TEMPLATES))
        .isInstanceOf(CorruptDataException.class)
        .hasMessageContaining("foreign bytes");
  }

  @Test
  void aFileBeyondAnArrayIsDamage() {
    assertThatThrownBy(() -> FIRST.fileOf(Integer.MAX_VALUE))
        .isInstanceOf(CorruptDataException.class);
  }
}
