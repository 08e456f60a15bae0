package io.ardmstream.ardm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  @Test
  void runsOfEqualStepsAreWrittenOnce() {
    assertThat(new Policy(1, 1, 1, 2, 7, 7).text()).isEqualTo("3x1,2,2x7");
    assertThat(Policy.parse("50x1").text()).isEqualTo("50x1");
  }

  @Property
  void textIsReadBack(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 9) Integer> sizes) {
    Policy policy = new Policy(sizes.stream().mapToInt(size -> size).toArray());

    assertThat(Policy.parse(policy.text())).isEqualTo(policy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "0", "-1", "1 ", "x3", "3x", "0x7", "a", "1,,1", "65537x1"})
  void otherTextIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Policy.parse(text));
  }

  @Test
  void forItsOwnNumberOfVariablesStepsStartWhereTheSizesSay() {
    assertThat(new Policy(1, 2, 4).stepStarts(7)).containsExactly(0, 1, 3);
  }

  @Test
  void forAnotherNumberStepsAreScaledAndEmptyOnesVanish() {
    assertThat(new Policy(1, 2, 4).stepStarts(70)).containsExactly(0, 10, 30);
    assertThat(new Policy(1, 2, 4).stepStarts(3)).containsExactly(0, 1);
    assertThat(new Policy(1, 2, 4).stepStarts(1)).containsExactly(0);
    assertThat(new Policy(1, 2, 4).stepStarts(0)).isEmpty();
    assertThat(new Policy(1, 1, 1, 1).stepStarts(Integer.MAX_VALUE))
        .containsExactly(0, 536870911, 1073741823, 1610612735);
  }

  @Test
  void sizesAreCopied() {
    int[] sizes = {3, 4};
    Policy policy = new Policy(sizes);
    sizes[0] = 9;
    policy.stepSizes()[1] = 9;

    assertThat(policy).isEqualTo(new Policy(3, 4));
  }

  @Test
  void emptyAndOversizedPoliciesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(Policy::new);
    assertThatIllegalArgumentException().isThrownBy(() -> new Policy(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Policy(Integer.MAX_VALUE, 1));
  }
}
