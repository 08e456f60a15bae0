package io.ardmstream.jobs.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Sums in the database that are no numbers. WindowTotalsTest and RatesIT read real ones. */
class StoredRatesTest {

  @Test
  void whatCannotBeAddedUpIsLeftOut() {
    assertThat(StoredRates.canBeAddedUp(window())).isTrue();
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
      assertLeftOut(window -> window.setIdealBits(bad));
      assertLeftOut(window -> window.setModelledBits(bad));
      assertLeftOut(window -> window.setEncodeMillis(bad));
      assertLeftOut(window -> window.setStageBits(List.of(1.0, bad)));
    }
  }

  private static void assertLeftOut(Consumer<RateWindow> change) {
    RateWindow window = window();
    change.accept(window);
    assertThat(StoredRates.canBeAddedUp(window)).isFalse();
  }

  private static RateWindow window() {
    RateStatistics one = RateStatistics.newBuilder().setStageBits(List.of(2.5, 0.0)).build();
    return StatisticsWindows.of(one, 0).get(0);
  }
}
