package io.ardmstream.ardm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ardmstream.coder.CdfInterval;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitCodingTest {
  private static final long LARGEST_TOTAL = 1L << 46;

  private final DigitCoding coding = new DigitCoding();

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 16, 256})
  void intervalsOfTheDigitsCoverTheTotalWithoutGapsForEveryPrefix(int base) {
    for (int cardinality = 2; cardinality <= 70; cardinality++) {
      DepthUpscaling upscaling = new DepthUpscaling(base, cardinality);
      Masses masses = Masses.random(cardinality, cardinality);
      for (int s = 0; s < upscaling.stages(); s++) {
        UpscalingStage stage = upscaling.stage(s);
        for (int prefix = 0; prefix < cardinality; prefix += stage.parentWidth()) {
          assertSlicesCoverTheTotal(masses, stage, prefix);
        }
      }
    }
  }

  private void assertSlicesCoverTheTotal(Cdf masses, UpscalingStage stage, int prefix) {
    int next = 0;
    for (int digit = 0; digit < stage.digits(prefix); digit++) {
      coding.open(masses, prefix, stage.to(prefix));
      int interval = coding.encode(stage.width(), digit);
      assertThat(CdfInterval.start(interval)).isEqualTo(next);
      next += CdfInterval.frequency(interval);
    }
    assertThat(next).isEqualTo(CdfInterval.TOTAL);
  }

  @ParameterizedTest
  @CsvSource({"2, 37", "3, 70", "4, 64", "16, 61", "16, 256", "256, 256"})
  void everyValueIsFoundAgainFromAnyNumberInItsSlices(int base, int cardinality) {
    DepthUpscaling upscaling = new DepthUpscaling(base, cardinality);
    Masses masses = Masses.random(cardinality, 99);
    for (int value = 0; value < cardinality; value++) {
      assertFoundAgain(upscaling, masses, value, 0);
      assertFoundAgain(upscaling, masses, value, 0.5);
      assertFoundAgain(upscaling, masses, value, 1);
    }
  }

  @Property
  void everyValueOfALargeRangeIsFoundAgain(
      @ForAll @IntRange(min = 2, max = 65536) int base,
      @ForAll @IntRange(min = 1) int cardinality,
      @ForAll @IntRange int number,
      @ForAll @IntRange(max = 1 << 20) int peak) {
    Cdf peaked = value -> value <= peak ? 0 : Math.min(LARGEST_TOTAL, (value - peak) * 999L);
    DepthUpscaling upscaling = new DepthUpscaling(base, cardinality);

    assertFoundAgain(upscaling, peaked, number % cardinality, 0.3);
  }

  /** The part of the interval, 0 to 1, says which of its numbers the decoder is given. */
  private void assertFoundAgain(DepthUpscaling upscaling, Cdf masses, int value, double part) {
    DigitCoding decoding = new DigitCoding();
    decoding.open(masses, 0, upscaling.cardinality());
    coding.open(masses, 0, upscaling.cardinality());
    for (int s = 0; s < upscaling.stages(); s++) {
      UpscalingStage stage = upscaling.stage(s);
      int interval = coding.encode(stage.width(), stage.digit(value));
      int number =
          CdfInterval.start(interval) + (int) ((CdfInterval.frequency(interval) - 1) * part);
      assertThat(decoding.decode(stage.width(), number)).isEqualTo(interval);
      assertThat(decoding.digit()).isEqualTo(stage.digit(value));
    }
    assertThat(decoding.from()).isEqualTo(value);
    assertThat(decoding.to()).isEqualTo(value + 1);
    assertThat(coding.mass()).isEqualTo(masses.at(value + 1) - masses.at(value));
    assertThat(decoding.mass()).isEqualTo(coding.mass());
  }

  @ParameterizedTest
  @CsvSource({"2, 64", "4, 64", "16, 200", "256, 256"})
  void digitProbabilitiesMultiplyToTheValuesProbability(int base, int cardinality) {
    DepthUpscaling upscaling = new DepthUpscaling(base, cardinality);
    Masses masses = Masses.random(cardinality, 5);
    for (int value = 0; value < cardinality; value++) {
      double expected = (double) masses.of(value) / masses.at(cardinality);
      double lostAtMost = upscaling.stages() * (base + 1.0) / CdfInterval.TOTAL;
      assertThat(product(upscaling, masses, value)).isCloseTo(expected, within(lostAtMost));
    }
  }

  private double product(DepthUpscaling upscaling, Cdf masses, int value) {
    double product = 1;
    coding.open(masses, 0, upscaling.cardinality());
    for (int s = 0; s < upscaling.stages(); s++) {
      UpscalingStage stage = upscaling.stage(s);
      product *= CdfInterval.frequency(coding.encode(stage.width(), stage.digit(value)));
      product /= CdfInterval.TOTAL;
    }
    return product;
  }

  @Test
  void openingAtAKnownPrefixGivesTheSameSliceAsNarrowingDownToIt() {
    Masses masses = Masses.random(200, 17);
    UpscalingStage last = new DepthUpscaling(16, 200).stage(1);
    DigitCoding opened = new DigitCoding();
    for (int value = 0; value < 200; value++) {
      coding.open(masses, 0, 200);
      coding.encode(16, value / 16);
      opened.open(masses, last.from(value), last.to(value));

      assertThat(coding.encode(1, value % 16)).isEqualTo(opened.encode(1, value % 16));
    }
  }

  @Test
  void withoutMassInTheIntervalAllItsLeavesAreEquallyLikely() {
    Cdf elsewhere = value -> value <= 40 ? 0 : 1000;
    coding.open(elsewhere, 0, 40);

    int interval = coding.encode(16, 0);
    assertThat(CdfInterval.frequency(interval) / 65536.0).isCloseTo(0.4, within(1e-4));
    assertThat(CdfInterval.frequency(coding.encode(1, 3))).isBetween(4095, 4097);
  }

  @Test
  void theOnlyPossibleDigitIsCertain() {
    coding.open(value -> 7L * value, 16, 17);

    assertThat(coding.encode(16, 0)).isEqualTo(CdfInterval.of(0, CdfInterval.TOTAL));
  }

  @Test
  void aDistributionThatExcludesALeafStillLeavesItOnePart() {
    Cdf certain = value -> value <= 100 ? 0 : LARGEST_TOTAL;
    coding.open(certain, 0, 256);

    assertThat(CdfInterval.frequency(coding.encode(1, 99))).isEqualTo(1);
  }

  @Test
  void decodingEvaluatesTheDistributionAboutOncePerBit() {
    int[] calls = {0};
    Cdf counting =
        value -> {
          calls[0]++;
          return 100L * value;
        };
    coding.open(counting, 0, 256);
    coding.decode(16, 30_000);
    coding.decode(1, 30_000);

    assertThat(calls[0]).isEqualTo(1 + 4 + 4);
  }

  /** The published rule, by hand: total 10, four values, 65536 - 4 parts to share out. */
  @Test
  void intervalsAreFrozen() {
    long[] below = {0, 1, 3, 3, 10};
    int[] intervals = new int[4];
    for (int digit = 0; digit < 4; digit++) {
      coding.open(value -> below[value], 0, 4);
      intervals[digit] = coding.encode(1, digit);
    }

    assertThat(intervals)
        .containsExactly(
            CdfInterval.of(0, 6554),
            CdfInterval.of(6554, 13107),
            CdfInterval.of(19661, 1),
            CdfInterval.of(19662, 45874));
  }

  /** Values with masses of very different sizes, some of them none. */
  private record Masses(long[] below) implements Cdf {
    static Masses random(int cardinality, long seed) {
      Random random = new Random(seed);
      long[] below = new long[cardinality + 1];
      for (int value = 0; value < cardinality; value++) {
        long mass = random.nextInt(4) == 0 ? 0 : random.nextLong(1L << (1 + random.nextInt(34)));
        below[value + 1] = below[value] + mass;
      }
      return new Masses(below);
    }

    @Override
    public long at(int value) {
      return below[value];
    }

    long of(int value) {
      return below[value + 1] - below[value];
    }
  }
}
