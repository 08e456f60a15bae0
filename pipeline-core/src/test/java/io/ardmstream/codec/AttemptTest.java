package io.ardmstream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A defect that one record provokes costs that record alone. */
class AttemptTest {

  private final List<List<Integer>> calls = new ArrayList<>();

  @Test
  void healthyRecordsShareOneCall() {
    List<Attempt<Integer>> attempts = Attempt.together(List.of(1, 2, 3), this::twice);
    assertThat(attempts).extracting(Attempt::result).containsExactly(2, 4, 6);
    assertThat(calls).hasSize(1);
  }

  @Test
  void recordThatBreaksTheCallIsSingledOut() {
    List<Attempt<Integer>> attempts = Attempt.together(List.of(1, -2, 3), this::twice);
    assertThat(attempts).extracting(Attempt::result).containsExactly(2, null, 6);
    assertThat(attempts.get(1).defect()).hasMessage("negative");
  }

  @Test
  void aRecordThatTheHeapIsTooSmallForIsSingledOut() {
    List<Attempt<int[]>> attempts =
        Attempt.together(
            List.of(1, Integer.MAX_VALUE, 3),
            sizes -> sizes.stream().map(size -> new int[size]).toList());

    assertThat(attempts.get(0).result()).hasSize(1);
    assertThat(attempts.get(2).result()).hasSize(3);
    assertThat(attempts.get(1).defect()).isInstanceOf(OutOfMemoryError.class);
    assertThatThrownBy(attempts.get(1)::succeeded).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void aRecordThatIsNestedTooDeeplyIsSingledOut() {
    List<Attempt<Integer>> attempts =
        Attempt.together(
            List.of(1, Integer.MAX_VALUE, 3),
            depths -> depths.stream().map(AttemptTest::descend).toList());

    assertThat(attempts).extracting(Attempt::result).containsExactly(0, null, 0);
    assertThat(attempts.get(1).defect()).isInstanceOf(IllegalStateException.class);
  }

  private static int descend(int depth) {
    return depth == 0 ? 0 : descend(depth - 1);
  }

  @Test
  void noRecordsNeedNoCall() {
    assertThat(Attempt.together(List.of(), this::twice)).isEmpty();
    assertThat(calls).isEmpty();
  }

  private List<Integer> twice(List<Integer> numbers) {
    calls.add(numbers);
    if (numbers.stream().anyMatch(number -> number < 0)) {
      throw new IllegalStateException("negative");
    }
    return numbers.stream().map(number -> 2 * number).toList();
  }
}
