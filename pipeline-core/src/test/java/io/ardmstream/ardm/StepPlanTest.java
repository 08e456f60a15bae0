package io.ardmstream.ardm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StepPlanTest {
  private final StepPlan plan = new StepPlan(new int[] {3, 0, 2, 1}, new int[] {0, 1});

  @Test
  void stepsCoverTheOrder() {
    assertThat(plan.steps()).isEqualTo(2);
    assertThat(plan.positions()).isEqualTo(4);
    assertThat(plan.stepEnd(0)).isEqualTo(plan.stepStart(1)).isEqualTo(1);
    assertThat(plan.stepEnd(1)).isEqualTo(4);
    assertThat(plan.position(0)).isEqualTo(3);
  }

  @Test
  void nothingThatIsHandedOutChangesThePlan() {
    plan.order()[0] = 0;
    plan.stepStarts()[1] = 2;

    assertThat(plan).isEqualTo(new StepPlan(new int[] {3, 0, 2, 1}, new int[] {0, 1}));
  }

  @Test
  void aBlockWithoutPositionsHasNoSteps() {
    assertThat(new StepPlan(new int[0], new int[0]).steps()).isZero();
  }

  @Test
  void whatIsNotAPermutationInStepsIsRefused() {
    refused(new int[] {0, 0}, new int[] {0});
    refused(new int[] {0, 2}, new int[] {0});
    refused(new int[] {0, -1}, new int[] {0});
    refused(new int[] {0, 1}, new int[] {});
    refused(new int[] {0, 1}, new int[] {1});
    refused(new int[] {0, 1}, new int[] {0, 0});
    refused(new int[] {0, 1}, new int[] {0, 2});
    refused(new int[] {}, new int[] {0});
  }

  private static void refused(int[] order, int[] starts) {
    assertThatIllegalArgumentException().isThrownBy(() -> new StepPlan(order, starts));
  }
}
