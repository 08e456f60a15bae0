package io.ardmstream.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ardmstream.network.Planes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LogisticMixtureTest {

  private static LogisticMixture mixture(int cardinality, long centre, float... parameters) {
    LogisticMixture mixture = new LogisticMixture(parameters.length / 3);
    mixture.range(-cardinality / 2, cardinality);
    mixture.set(Planes.of(parameters.length, parameters, 1), 0, centre, 0);
    return mixture;
  }

  @Property(tries = 300)
  void massesNeverDecreaseAndAddUpToOne(
      @ForAll @Size(9) int[] raw,
      @ForAll @IntRange(min = -200_000, max = 200_000) int centre,
      @ForAll @IntRange(min = 1, max = 600) int cardinality) {
    float[] parameters = new float[9];
    for (int i = 0; i < 9; i++) {
      parameters[i] = raw[i] % 4096;
    }
    LogisticMixture mixture = mixture(cardinality, centre, parameters);
    long last = mixture.at(0);
    assertThat(last).isZero();
    for (int value = 1; value <= cardinality; value++) {
      assertThat(mixture.at(value)).isGreaterThanOrEqualTo(last);
      last = mixture.at(value);
    }
    assertThat(last).isEqualTo(LogisticMixture.TOTAL);
  }

  @Test
  void agreesWithTheRealNumbers() {
    float[] parameters = {100, -60, 40, -90, 200, 512};
    LogisticMixture mixture = mixture(512, 1000, parameters);
    double weight = 1 / (1 + Math.exp(-160 / 256.0));
    for (int value = 1; value < 512; value++) {
      double x = value - 256 - 0.5 - 1000 / 256.0;
      double s1 = Math.exp(200 / 256.0);
      double s2 = Math.exp(2);
      double expected =
          weight / (1 + Math.exp(-(x - 40 / 256.0 * s1) / s1))
              + (1 - weight) / (1 + Math.exp(-(x + 90 / 256.0 * s2) / s2));
      assertThat((double) mixture.at(value) / LogisticMixture.TOTAL)
          .isCloseTo(expected, within(2e-4));
    }
  }

  /** Or else values that the model thinks likely would cost as much as the impossible. */
  @Test
  void everyValueNearTheMeanHasMassEvenAtTheLargestScales() {
    LogisticMixture mixture = new LogisticMixture(1);
    mixture.range(-(1 << 23), 1 << 24);
    mixture.set(0, (int) (256 * Math.log(1 << 19)));
    long least = Long.MAX_VALUE;
    long most = 0;
    for (int value = (1 << 23) - 3000; value < (1 << 23) + 3000; value++) {
      long mass = mixture.at(value + 1) - mixture.at(value);
      least = Math.min(least, mass);
      most = Math.max(most, mass);
    }
    assertThat(least).isGreaterThan(most * 9 / 10);
  }

  @Test
  void deeperSamplesWidenEveryScale() {
    LogisticMixture shallow = mixture(1 << 8, 0, 0, 0, 256);
    LogisticMixture deep = new LogisticMixture(1);
    deep.range(-(1 << 15), 1 << 16);
    deep.set(new float[][] {{0}, {0}, {256}}, 0, 0, 8 * 177);
    for (int x = -100; x < 100; x += 10) {
      double a = (double) shallow.at(128 + x) / LogisticMixture.TOTAL;
      double b = (double) deep.at((128 + x) << 8) / LogisticMixture.TOTAL;
      assertThat(b).isCloseTo(a, within(0.1));
    }
  }

  @Test
  void theTablesAreThoseOfTheFormat() {
    long digest = 17;
    for (int z = -LogisticTables.ARGUMENT_LIMIT; z <= LogisticTables.ARGUMENT_LIMIT; z += 123_457) {
      digest = 31 * digest + LogisticTables.logistic(z);
    }
    for (int i = 0; i < 3100; i++) {
      digest = 31 * digest + LogisticTables.exponential(i);
    }
    for (int i = 0; i <= LogisticTables.scaleIndex(LogisticTables.MAX_LOG_SCALE); i++) {
      digest = 31 * digest + LogisticTables.scale(i);
      digest = 31 * digest + LogisticTables.mantissa(i);
      digest = 31 * digest + LogisticTables.shift(i);
    }
    assertThat(digest).isEqualTo(1113725844269713704L);
  }
}
