package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockMode;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.media.FileFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Containers that were written once and must be readable for ever. The last part of a file's name
 * is the CRC-32C of what it decodes to.
 */
class GoldenTest {
  private final Codec codec = Codec.builder().models(ModelRegistry.of(new ResidualModel())).build();

  static List<Path> files() throws IOException, URISyntaxException {
    Path folder = Path.of(GoldenTest.class.getResource("/golden").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void itDecodesToWhatItAlwaysDid(Path file) throws IOException {
    String name = file.getFileName().toString();
    String checksum = name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.'));

    byte[] decoded = codec.decode(List.of(Files.readAllBytes(file))).get(0).orThrow().bytes();

    assertThat(checksum(decoded)).isEqualTo(checksum);
  }

  @Test
  void everyModeAndMediaTypeIsAmongThem() throws Exception {
    List<ContainerInfo> all = files().stream().map(GoldenTest::inspect).toList();

    assertThat(all.stream().map(ContainerInfo::type)).contains(FileFormat.values());
    for (BlockMode mode : BlockMode.values()) {
      assertThat(all).anyMatch(info -> info.modes().get(mode) > 0);
    }
  }

  private static ContainerInfo inspect(Path file) {
    try {
      return Codec.inspect(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return "%08x".formatted(checksum.getValue());
  }
}
