package io.ardmstream.studies.orderagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.StepPlan;
import org.junit.jupiter.api.Test;

class AbsorbedViewTest {
  private final StepPlan plan = new StepPlan(new int[] {2, 0, 1}, new int[] {0, 1});
  private final AbsorbedView view = new AbsorbedView(new DepthUpscaling(10, 1000));
  private final int[] values = {123, 456, 789};

  @Test
  void aMaskKnowsWhatEarlierStepsMadeKnown() {
    assertThat(Mask.before(plan, 0).count()).isZero();
    assertThat(Mask.before(plan, 1).known(2)).isTrue();
    assertThat(Mask.before(plan, 1).known(0)).isFalse();
    assertThat(Mask.before(plan, 2).count()).isEqualTo(3);
  }

  @Test
  void inTheFirstStageUnknownVariablesAreAbsorbedWhole() {
    assertThat(view.of(values, 0, Mask.before(plan, 0))).containsExactly(0, 0, 0);
    assertThat(view.of(values, 0, Mask.before(plan, 1))).containsExactly(0, 0, 700);
  }

  @Test
  void laterStagesShowTheEarlierDigitsOfAll() {
    assertThat(view.of(values, 2, Mask.before(plan, 1))).containsExactly(120, 450, 789);
  }

  @Test
  void aStageEndsWhereTheNextBegins() {
    assertThat(view.of(values, 1, Mask.before(plan, 2)))
        .isEqualTo(view.of(values, 2, Mask.before(plan, 0)))
        .containsExactly(120, 450, 780);
    assertThat(view.of(values, 2, Mask.before(plan, 2))).isEqualTo(values);
  }

  @Test
  void digitsNotYetKnownMakeNoDifference() {
    int[] others = {129, 451, 789};

    assertThat(view.of(others, 2, Mask.before(plan, 1)))
        .isEqualTo(view.of(values, 2, Mask.before(plan, 1)));
  }
}
