package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files are the same text in every locale, and come back byte for byte. */
class PathTextTest {

  @TempDir Path temp;

  @Property
  void everyNameComesBack(@ForAll byte[] name) {
    String text = PathText.of(name);

    assertThat(PathText.bytes(text)).isEqualTo(name);
    assertThat(new String(text.getBytes(UTF_8), UTF_8)).as("it is text").isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a/b c", "Käse", "emoji😀", "日本語/x", "nl\nname", "x\\y"})
  void whatIsUtf8IsItself(String name) {
    assertThat(PathText.of(name.getBytes(UTF_8))).isEqualTo(name);
  }

  @Test
  void whatIsNoUtf8IsEscapedByteByByte() {
    assertThat(PathText.of(bytes(0xFF, 'a', 0xC3))).isEqualTo("\uEFFFa\uEFC3");
    assertThat(PathText.of(bytes(0xED, 0xA0, 0x80))).isEqualTo("\uEFED\uEFA0\uEF80");
    assertThat(PathText.of(bytes(0xEE, 0xBE, 0x80))).isEqualTo("\uEFEE\uEFBE\uEF80");
    assertThat(PathText.of(bytes(0xE2, 0x82, 0xEE, 0xBF, 0xBF)))
        .isEqualTo("\uEFE2\uEF82\uEFEE\uEFBF\uEFBF");
  }

  @Test
  void filesOfAnyNameAreReached() throws IOException {
    for (String name : List.of("plain", "Käse", "\uEFFF\uEFFE", "a%20b+c", "x?y#z")) {
      Path file = PathText.resolve(temp, name);
      Files.writeString(file, name);
    }
    try (var files = Files.list(temp)) {
      for (Path file : files.toList()) {
        String text = PathText.of(file.getFileName());
        assertThat(file).content().isEqualTo(text);
        assertThat(PathText.path(PathText.of(file))).isEqualTo(file);
        assertThat(PathText.of(temp.relativize(file))).isEqualTo(text);
      }
    }
  }

  @Test
  void foldersAreKept() {
    Path folder = Path.of("/data");
    assertThat(PathText.resolve(folder, "ü/./../x")).isEqualTo(Path.of("/data/ü/./../x"));
    assertThat(PathText.resolve(folder, "/ü//x/")).isEqualTo(Path.of("/ü/x"));
    assertThat(PathText.path("ü/x")).isEqualTo(Path.of("ü/x"));
    assertThat(PathText.of(Path.of("/ü/x"))).isEqualTo("/ü/x");
    assertThat(PathText.of(Path.of("../ü"))).isEqualTo("../ü");
  }

  @Test
  void nulIsNoName() {
    assertThatThrownBy(() -> PathText.path("ü\0")).isInstanceOf(InvalidPathException.class);
    assertThatThrownBy(() -> PathText.path("u\0")).isInstanceOf(InvalidPathException.class);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
