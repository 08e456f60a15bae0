package io.ardmstream.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogOddsTest {

  @Test
  void logarithmsAreCloseToThoseOfRealNumbers() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long number = 1 + (random.nextLong() >>> 1 + random.nextInt(62));
      assertThat((double) LogOdds.log(number)).isCloseTo(256 * Math.log(number), within(2.0));
    }
  }

  @Test
  void oddsAreSymmetricAndBounded() {
    assertThat(LogOdds.of(1, 1)).isZero();
    assertThat(LogOdds.of(3, 1)).isEqualTo(-LogOdds.of(1, 3)).isPositive();
    assertThat(LogOdds.of(1L << 46, 1)).isEqualTo(3071);
    assertThat(LogOdds.of(1, 1L << 46)).isEqualTo(-3072);
  }

  @Test
  void theTableIsPartOfTheFormat() {
    assertThat(LogOdds.log(1)).isZero();
    assertThat(LogOdds.log(2)).isEqualTo(177);
    assertThat(LogOdds.log(1000)).isEqualTo(1768);
    assertThat(LogOdds.log(1L << 46)).isEqualTo(8162);
  }
}
