package io.ardmstream.media.flac.choice;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CosineTest {

  @Test
  void isExactToTheLastBitsFromZeroToTwoPi() {
    for (int i = 0; i <= 100_000; i++) {
      double x = 2 * Math.PI * i / 100_000;
      assertThat(Cosine.of(x)).isCloseTo(StrictMath.cos(x), Offset.offset(1e-15));
    }
  }
}
