package io.ardmstream.dashboard.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.dashboard.PageRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class RingTest {

  private static final int CAPACITY = 5;
  private static final Totals ONE = Totals.of(PageRecords.of("s", "m", PageRecords.NOW, 100, 40));

  @Property
  void windowsAreTheSumsOfTheirRecords(
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 200) Long> times) {
    Ring ring = new Ring(10, CAPACITY);
    Map<Long, Long> expected = new HashMap<>();
    long newest = Long.MIN_VALUE;
    for (long time : times) {
      ring.add(time, ONE);
      newest = Math.max(newest, time / 10);
      if (time / 10 > newest - CAPACITY) {
        expected.merge(time / 10, 1L, Long::sum);
      }
    }
    for (long number = 0; number <= 21; number++) {
      boolean kept = number > newest - CAPACITY;
      assertThat(ring.window(number).records())
          .isEqualTo(kept ? expected.getOrDefault(number, 0L) : 0);
    }
  }
}
