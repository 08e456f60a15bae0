package io.ardmstream.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SymbolCostTest {
  @Test
  void costIsTheNegativeLogarithmOfTheProbability() {
    assertThat(SymbolCost.bits(65536)).isZero();
    assertThat(SymbolCost.bits(32768)).isEqualTo(1);
    assertThat(SymbolCost.bits(1)).isEqualTo(16);
    assertThat(SymbolCost.bits(3)).isCloseTo(16 - 1.584962500721156, within(1e-6));
  }
}
