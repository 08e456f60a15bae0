package io.ardmstream.transform.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueSetTest {

  static Stream<ValueSet> sets() {
    return Stream.of(
        Progression.full(8),
        new Progression(-100, 7, 30),
        new Progression(5, 1, 1),
        new ListedValues(new int[] {-9000, -3, 0, 1, 2, 500}),
        new ListedValues(new int[] {42}));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void ranksAndValuesBelongToEachOther(ValueSet set) {
    for (long rank = 0; rank < set.size(); rank++) {
      assertThat(set.rank(set.value(rank))).isEqualTo(rank);
      assertThat(set.nearest(set.value(rank))).isEqualTo(rank);
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void valuesRise(ValueSet set) {
    assertThat(IntStream.range(1, (int) set.size()))
        .allMatch(rank -> set.value(rank) > set.value(rank - 1));
  }

  @ParameterizedTest
  @MethodSource("sets")
  void nothingIsCloserThanTheNearest(ValueSet set) {
    for (double prediction = -10000; prediction < 10000; prediction += 61.3) {
      double distance = Math.abs(set.value(set.nearest(prediction)) - prediction);
      for (long rank = 0; rank < set.size(); rank++) {
        assertThat(Math.abs(set.value(rank) - prediction)).isGreaterThanOrEqualTo(distance);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void predictionsBeyondFindTheEnds(ValueSet set) {
    assertThat(set.nearest(-1e12)).isZero();
    assertThat(set.nearest(1e12)).isEqualTo(set.size() - 1);
  }
}
