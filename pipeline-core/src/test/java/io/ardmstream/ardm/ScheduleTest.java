package io.ardmstream.ardm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ardmstream.failure.NewerFormatException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every schedule promises. */
class ScheduleTest {

  @Property
  void aPlanHasEveryPositionOnceAndNoEmptyStep(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 40) int width,
      @ForAll @IntRange(max = 40) int height) {
    StepPlan plan = schedule.plan(width, height);

    assertThat(plan.order()).hasSize(width * height).doesNotHaveDuplicates();
    for (int position : plan.order()) {
      assertThat(position).isBetween(0, width * height - 1);
    }
    for (int step = 0; step < plan.steps(); step++) {
      assertThat(plan.stepSize(step)).isPositive();
    }
  }

  @Property
  void anIdIsReadBackAsTheSameSchedule(@ForAll("schedules") Schedule schedule) {
    assertThat(Schedule.parse(schedule.id())).isEqualTo(schedule);
    assertThat(Schedule.parse(schedule.id()).id()).isEqualTo(schedule.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lattice",
        "lattice()",
        "lattice(31)",
        "lattice(-1)",
        "lattice(3) ",
        "Lattice(3)",
        "wavefront(1025)",
        "wavefront(99999999999)",
        "spiral(3)",
        "random(1)",
        "random(1,policy())",
        "random(1,policy(0))",
        "random(1,policy(1,,2))",
        "random(1,policy(999999999x1))",
        "random(1,policy(2147483647,1))",
        "random(9223372036854775808,policy(1))"
      })
  void anIdOfAnotherVersionIsRefusedByName(String id) {
    assertThatExceptionOfType(NewerFormatException.class)
        .isThrownBy(() -> Schedule.parse(id))
        .withMessageContaining('"' + id + '"');
  }

  @ParameterizedTest
  @ValueSource(strings = {"lattice(3)", "wavefront(3)", "random(0,policy(1))"})
  void blocksThatCannotBeAreRefused(String id) {
    Schedule schedule = Schedule.parse(id);

    assertThatIllegalArgumentException().isThrownBy(() -> schedule.plan(-1, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> schedule.plan(65536, 65536));
  }

  /** The published orders: a change makes every archive unreadable. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "lattice(1):5:3:0 2 4 10 12 14 | 6 8 | 1 3 11 13 | 5 7 9",
        "lattice(2):5:3:0 4 | 12 | 2 | 10 14 | 6 8 | 1 3 11 13 | 5 7 9",
        "lattice(3):6:1:0 | 4 | 2 | 1 3 5",
        "lattice(0):3:2:0 1 2 3 4 5",
        "wavefront(2):4:3:0 | 1 | 2 4 | 3 5 | 6 8 | 7 9 | 10 | 11",
        "wavefront(0):3:2:0 3 | 1 4 | 2 5",
        "wavefront(3):2:2:0 | 1 | 2 | 3",
        "random(42,policy(1,2,4)):7:1:2 | 3 6 | 4 1 0 5",
        "random(-1,policy(2x1)):3:3:6 0 5 4 | 3 2 1 7 8"
      })
  void ordersAreFrozen(String id, int width, int height, String expected) {
    assertThat(text(Schedule.parse(id).plan(width, height))).isEqualTo(expected);
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    Arbitrary<Policy> policies =
        Arbitraries.integers()
            .between(1, 500)
            .array(int[].class)
            .ofMinSize(1)
            .ofMaxSize(30)
            .map(Policy::new);
    Arbitrary<Schedule> random =
        Combinators.combine(Arbitraries.longs(), policies).as(RandomOrder::new);
    Arbitrary<Schedule> lattice = Arbitraries.integers().between(0, 30).map(Lattice::new);
    Arbitrary<Schedule> wavefront = Arbitraries.integers().between(0, 1024).map(Wavefront::new);
    return Arbitraries.oneOf(List.of(random, lattice, wavefront));
  }

  private static String text(StepPlan plan) {
    StringBuilder text = new StringBuilder();
    for (int step = 0; step < plan.steps(); step++) {
      text.append(step == 0 ? "" : "| ");
      for (int rank = plan.stepStart(step); rank < plan.stepEnd(step); rank++) {
        text.append(plan.position(rank)).append(' ');
      }
    }
    return text.toString().trim();
  }
}
