package io.ardmstream.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work that goes on side by side, and what becomes of it when the memory is out. */
class SideBySideTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 10_000).boxed().toList();

  @Test
  void resultsAreInTheOrderOfTheItems() {
    assertThat(SideBySide.map(ITEMS, item -> item)).isEqualTo(ITEMS);
  }

  @Test
  void aFailureIsThrownWhenNothingIsUnderWayAnyMore() {
    AtomicInteger done = new AtomicInteger();

    assertThatThrownBy(() -> SideBySide.each(ITEMS, item -> count(item, done)))
        .isInstanceOf(OutOfMemoryError.class);

    assertThat(done).hasValue(ITEMS.size() - 1);
  }

  private static void count(int item, AtomicInteger done) {
    if (item == ITEMS.size() / 2) {
      throw new OutOfMemoryError();
    }
    done.incrementAndGet();
  }
}
