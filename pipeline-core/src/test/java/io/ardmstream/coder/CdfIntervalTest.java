package io.ardmstream.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CdfIntervalTest {
  @Property
  void everySliceOfTheTotalIsPackedWithoutLoss(
      @ForAll @IntRange(max = 65535) int start, @ForAll @IntRange(max = 65535) int other) {
    int frequency = 1 + other % (CdfInterval.TOTAL - start);

    int interval = CdfInterval.of(start, frequency);

    assertThat(CdfInterval.start(interval)).isEqualTo(start);
    assertThat(CdfInterval.frequency(interval)).isEqualTo(frequency);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 1", "65536, 1", "65535, 2", "0, 65537", "1, 65536", "5, -3"})
  void anEmptySliceOrOneOutsideTheTotalIsRefused(int start, int frequency) {
    assertThatIllegalArgumentException().isThrownBy(() -> CdfInterval.of(start, frequency));
  }
}
