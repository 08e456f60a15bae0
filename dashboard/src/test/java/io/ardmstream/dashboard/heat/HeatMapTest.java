package io.ardmstream.dashboard.heat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a container tells of its blocks is a coarse map of what decoding tells of its places. */
class HeatMapTest {
  private static final int WIDTH = 2200;
  private static final int HEIGHT = 60;

  @Test
  void blocksThatTookMostBitsAreHottest() {
    try (Codec codec = Codec.builder().models(ModelRegistry.of()).build()) {
      byte[] container = encoded(codec, noiseAtTheLeft());

      HeatMap coarse = HeatMap.ofBlocks(Codec.inspect(container));
      HeatMap fine = HeatMap.of(codec.survey(container));

      assertThat(coarse.blockColumns()).isGreaterThan(1);
      assertThat(coarse.picture()).isEmpty();
      assertThat(coarse.columns()).isEqualTo(fine.columns());
      assertThat(coarse.rows()).isEqualTo(fine.rows());
      assertThat(coarse.mean()).isBetween(0.9 * fine.mean(), 1.1 * fine.mean());
      byte[] heat = Base64.getDecoder().decode(coarse.heat());
      assertThat(heat).hasSize(coarse.columns() * coarse.rows());
      assertThat(heat[0] & 0xFF).isEqualTo(255);
      assertThat(heat[coarse.columns() - 1] & 0xFF).isLessThan(10);
    }
  }

  private static byte[] encoded(Codec codec, byte[] file) {
    Encoding encoding = codec.encode(List.of(Source.of(file))).get(0);
    return ((Encoding.Encoded) encoding).container();
  }

  /** A grey picture, PGM. */
  private static byte[] noiseAtTheLeft() {
    byte[] head = ("P5\n" + WIDTH + " " + HEIGHT + "\n255\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(head, head.length + WIDTH * HEIGHT);
    Random random = new Random(1);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int x = i % WIDTH;
      file[head.length + i] = (byte) (x < WIDTH / 2 ? random.nextInt(256) : x / 700 * 20);
    }
    return file;
  }
}
