package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockMode;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.jpeg.Jpegs;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** JPEG files come back byte for byte, and smaller. */
class JpegRecordTest {
  private final Codec codec = Codec.builder().build();

  private byte[] encode(byte[] file) {
    Source source = new Source(file, MediaOptions.defaults());
    return codec.encode(List.of(source)).get(0).orThrow().container();
  }

  private byte[] decode(byte[] container) {
    return codec.decode(List.of(container)).get(0).orThrow().bytes();
  }

  @Test
  void understoodFilesAreSmallerAndComeBack() {
    for (String name : Jpegs.UNDERSTOOD) {
      byte[] file = Jpegs.file(name);
      byte[] container = encode(file);
      ContainerInfo info = Codec.inspect(container);
      assertThat(info.type()).as(name).isEqualTo(FileFormat.JPEG);
      assertThat(info.modes().get(BlockMode.CLASSIC)).as(name).isEqualTo(1);
      assertThat(container.length).as(name).isLessThan(file.length * 9 / 10);
      assertThat(decode(container)).as(name).isEqualTo(file);
    }
  }

  @Test
  void otherFilesAreOpaqueAndComeBack() {
    byte[] file = Jpegs.file("arithmetic");
    Encoding.Encoded encoded =
        codec.encode(List.of(new Source(file, MediaOptions.defaults()))).get(0).orThrow();
    assertThat(Codec.inspect(encoded.container()).type()).isEqualTo(FileFormat.OPAQUE);
    assertThat(encoded.statistics().fallbackReasons())
        .anyMatch(r -> r.contains("arithmetic-coded"));
    assertThat(decode(encoded.container())).isEqualTo(file);
  }

  @Test
  void aFileLargerThanOpaqueBlocksIsOneBlock() {
    byte[] tail = new byte[(1 << 20) + 5000];
    new Random(1).nextBytes(tail);
    Arrays.fill(tail, 1000, 1 << 20, (byte) 7);
    byte[] file = Jpegs.joined(Jpegs.file("cmyk"), tail);
    byte[] container = encode(file);
    assertThat(Codec.inspect(container).modes().get(BlockMode.CLASSIC)).isEqualTo(1);
    assertThat(decode(container)).isEqualTo(file);
  }
}
