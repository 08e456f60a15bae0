package io.ardmstream.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.ardm.Wavefront;
import org.junit.jupiter.api.Test;

class StepPlansTest {

  private final StepPlans plans = new StepPlans();

  private StepPlan of(int width, int height) {
    return plans.of(width, height, () -> new Wavefront(2).plan(width, height));
  }

  @Test
  void aPlanIsMadeOnce() {
    assertThat(of(7, 5)).isSameAs(of(7, 5)).isEqualTo(new Wavefront(2).plan(7, 5));
    assertThat(of(5, 7)).isNotEqualTo(of(7, 5));
  }

  @Test
  void anyNumberOfShapesTakesBoundedMemory() {
    for (int width = 1; width <= 3000; width++) {
      of(width, 7);
      assertThat(plans.positions()).isLessThanOrEqualTo(1 << 22);
    }
    assertThat(of(3000, 7)).isSameAs(of(3000, 7));
  }
}
