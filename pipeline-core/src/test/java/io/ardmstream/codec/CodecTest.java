package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.BlockMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodecTest {
  private final Codec codec = Codec.builder().build();

  @Test
  void bringsAPictureBack() {
    byte[] picture = noisyPicture(600, 300);

    var encoded = codec.encode(List.of(Source.of(picture))).get(0).orThrow();
    var decoded = codec.decode(List.of(encoded.container())).get(0).orThrow();

    assertThat(decoded.bytes()).isEqualTo(picture);
    assertThat(encoded.statistics().verification()).isEqualTo(Verification.PASSED);
    assertThat(encoded.statistics().modes()).containsEntry(BlockMode.CLASSIC, 6);
  }

  private static byte[] noisyPicture(int width, int height) {
    byte[] header = "P6\n%d %d\n255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII);
    byte[] picture = new byte[header.length + width * height * 3];
    Random random = new Random(1);
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (byte) (i / 64 + random.nextInt(4));
    }
    System.arraycopy(header, 0, picture, 0, header.length);
    return picture;
  }
}
