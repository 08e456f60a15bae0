package io.ardmstream.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticTest {

  @Test
  void squashIsTheLogisticFunctionAndNeverCertain() {
    for (int i = -Logistic.BOUND - 5; i < Logistic.BOUND + 5; i++) {
      double exact = 65536 / (1 + Math.exp(-i / 256.0));
      assertThat(Logistic.squash(i)).isBetween(1, 65535);
      assertThat((double) Logistic.squash(i)).isCloseTo(exact, within(600.0));
      assertThat(Logistic.squash(i + 1)).isGreaterThanOrEqualTo(Logistic.squash(i));
    }
  }

  @Test
  void stretchIsItsInverse() {
    for (int p = 8; p < 65536; p += 16) {
      int logOdds = Logistic.stretch(p);
      assertThat(Logistic.squash(logOdds)).isGreaterThanOrEqualTo(Math.min(p, 65535));
      assertThat(Logistic.squash(logOdds - 1)).isLessThan(p);
    }
  }
}
