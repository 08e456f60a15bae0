package io.ardmstream.ardm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepthUpscalingTest {

  @ParameterizedTest
  @CsvSource({
    "2, 1, 0",
    "2, 2, 1",
    "2, 256, 8",
    "2, 257, 9",
    "4, 256, 4",
    "16, 256, 2",
    "16, 511, 3",
    "256, 256, 1",
    "256, 65536, 2",
    "65536, 2147483647, 2",
    "2, 2147483647, 31",
    "10, 1000, 3"
  })
  void thereAreAsManyStagesAsDigitsAreNeeded(int base, int cardinality, int stages) {
    assertThat(new DepthUpscaling(base, cardinality).stages()).isEqualTo(stages);
  }

  @Test
  void digitsAreThoseOfThePositionalSystem() {
    DepthUpscaling decimal = new DepthUpscaling(10, 1000);

    assertThat(decimal.digit(907, 0)).isEqualTo(9);
    assertThat(decimal.digit(907, 1)).isEqualTo(0);
    assertThat(decimal.digit(907, 2)).isEqualTo(7);
    assertThat(decimal.stage(0).from(907)).isEqualTo(0);
    assertThat(decimal.stage(1).from(907)).isEqualTo(900);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 16, 256})
  void digitsNarrowTheIntervalDownToTheValue(int base) {
    for (int cardinality = 1; cardinality <= 300; cardinality++) {
      for (int value = 0; value < cardinality; value++) {
        assertDigitsLeadToTheValue(new DepthUpscaling(base, cardinality), value);
      }
    }
  }

  @Property
  void digitsNarrowTheIntervalDownToTheValueForLargeRangesToo(
      @ForAll @IntRange(min = 2, max = 65536) int base,
      @ForAll @IntRange(min = 1) int cardinality,
      @ForAll @IntRange int number) {
    assertDigitsLeadToTheValue(new DepthUpscaling(base, cardinality), number % cardinality);
  }

  private static void assertDigitsLeadToTheValue(DepthUpscaling upscaling, int value) {
    int from = 0;
    int to = upscaling.cardinality();
    for (int s = 0; s < upscaling.stages(); s++) {
      UpscalingStage stage = upscaling.stage(s);
      assertThat(stage.from(value)).isEqualTo(from);
      assertThat(stage.to(value)).isEqualTo(to);
      assertThat(stage.from(from)).as("an absorbed value has the same prefix").isEqualTo(from);
      assertThat(stage.digit(value)).isLessThan(Math.min(upscaling.base(), stage.digits(value)));
      from += stage.digit(value) * stage.width();
      to = (int) Math.min(to, (long) from + stage.width());
    }
    assertThat(from).isEqualTo(value);
    assertThat(to).isEqualTo(value + 1);
  }

  @ParameterizedTest
  @CsvSource({"1, 256", "0, 256", "65537, 256", "16, 0", "16, -1"})
  void basesAndCardinalitiesOutsideTheirRangeAreRefused(int base, int cardinality) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DepthUpscaling(base, cardinality));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2})
  void aStageThatDoesNotExistIsRefused(int stage) {
    DepthUpscaling upscaling = new DepthUpscaling(16, 256);

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> upscaling.stage(stage));
  }
}
