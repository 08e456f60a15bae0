package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleBudgetTest {

  @Test
  void asManySamplesAreWorkedOnAsTheHeapHasKibibytes() {
    assertThat(SampleBudget.ofHeap(4L << 30)).isEqualTo(4 << 20);
  }

  @Test
  void aSmallHeapLeavesEnoughForTheModelsAndALargeOneIsNotFilled() {
    assertThat(SampleBudget.ofHeap(100 << 20)).isEqualTo(1 << 20);
    assertThat(SampleBudget.ofHeap(1L << 40)).isEqualTo(1 << 24);
  }

  @Test
  void aHistoryTakesRoomForEachSampleAndBeforeTheFirst() {
    assertThat(SampleBudget.ofHistories(1, 0)).isEqualTo(1 << 14);
    assertThat(SampleBudget.ofHistories(1, 1000)).isEqualTo((1 << 14) + 8000);
    assertThat(SampleBudget.ofHistories(3, 1000)).isEqualTo(3 * (1 << 14) + 8000);
  }

  @Test
  void wavesKeepTheOrderAndLeaveNothingOut() {
    List<Integer> blocks = List.of(1 << 24, 3, 1 << 24, 1 << 24, 2);
    List<List<Integer>> waves = new ArrayList<>();

    SampleBudget.inWaves(blocks, Integer::longValue, wave -> waves.add(List.copyOf(wave)));

    assertThat(waves)
        .containsExactly(List.of(1 << 24), List.of(3, 1 << 24), List.of(1 << 24), List.of(2));
  }
}
