package io.ardmstream.jobs.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A bundle is complete by count, bytes or time, and before whatever must not overtake it. */
class BundlingOperatorTest {

  private static final List<List<String>> BUNDLES = new ArrayList<>();

  private OneInputStreamOperatorTestHarness<String, String> operator;

  @BeforeEach
  void open() throws Exception {
    BUNDLES.clear();
    BundleSettings limits = new BundleSettings(3, 10, Duration.ofMillis(50));
    operator =
        new OneInputStreamOperatorTestHarness<>(new BundlingOperator<>(new Recorder(), limits));
    operator.setProcessingTime(0);
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void completeByCount() throws Exception {
    receive("a", "b", "c", "d");
    assertThat(BUNDLES).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  @DisplayName("a bundle never holds more than its bytes, unless one record alone does")
  void completeByBytes() throws Exception {
    receive("123456", "12345", "a record of its own", "x");
    assertThat(BUNDLES)
        .containsExactly(List.of("123456"), List.of("12345"), List.of("a record of its own"));
  }

  @Test
  @DisplayName("a bundle is complete once nothing has come for a tenth of the delay")
  void completeByAPause() throws Exception {
    receive("a");
    operator.setProcessingTime(4);
    receive("b");
    operator.setProcessingTime(8);
    assertThat(BUNDLES).isEmpty();
    operator.setProcessingTime(9);
    assertThat(BUNDLES).containsExactly(List.of("a", "b"));
  }

  @Test
  @DisplayName("a bundle is complete by its delay, however many records still come")
  void completeByTime() throws Exception {
    BundleSettings limits = new BundleSettings(1_000, 1_000, Duration.ofMillis(50));
    operator.close();
    operator =
        new OneInputStreamOperatorTestHarness<>(new BundlingOperator<>(new Recorder(), limits));
    operator.setProcessingTime(0);
    operator.open();
    for (int time = 0; time < 50; time++) {
      operator.setProcessingTime(time);
      receive("a");
    }
    assertThat(BUNDLES).isEmpty();
    operator.setProcessingTime(50);
    assertThat(BUNDLES).hasSize(1);
  }

  @Test
  @DisplayName("time counts from the first record of a bundle, not from an earlier one")
  void clockStartsAnew() throws Exception {
    receive("a");
    operator.setProcessingTime(4);
    receive("b", "c");
    receive("d");
    operator.setProcessingTime(8);
    assertThat(BUNDLES).hasSize(1);
    operator.setProcessingTime(9);
    assertThat(BUNDLES).containsExactly(List.of("a", "b", "c"), List.of("d"));
  }

  @Test
  void completeBeforeACheckpoint() throws Exception {
    receive("a");
    operator.prepareSnapshotPreBarrier(1);
    assertThat(BUNDLES).containsExactly(List.of("a"));
  }

  @Test
  void completeAtTheEndOfInput() throws Exception {
    receive("a", "b");
    operator.endInput();
    assertThat(BUNDLES).containsExactly(List.of("a", "b"));
  }

  @Test
  void resultsKeepTheOrder() throws Exception {
    receive("a", "b", "c", "d", "e", "f");
    assertThat(operator.extractOutputValues()).containsExactly("A", "B", "C", "D", "E", "F");
  }

  @Test
  @DisplayName("it counts what completed the bundles, and a checkpoint keeps the counts")
  void countsOutliveAFailure() throws Exception {
    receive("a", "b", "c", "d");
    operator.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState checkpoint = operator.snapshot(1, 1);
    operator.close();

    operator =
        new OneInputStreamOperatorTestHarness<>(
            new BundlingOperator<>(
                new Recorder(), new BundleSettings(3, 10, Duration.ofMillis(50))));
    operator.initializeState(checkpoint);
    operator.open();
    receive("e");
    operator.endInput();

    Map<String, Accumulator<?, ?>> counts =
        operator
            .getEnvironment()
            .getAccumulatorRegistry()
            .getSnapshot()
            .deserializeUserAccumulators(getClass().getClassLoader());
    assertThat(counts.get("bundles_full").getLocalValue()).isEqualTo(1L);
    assertThat(counts.get("bundles_early").getLocalValue()).isEqualTo(2L);
    assertThat(counts.get("bundled_bytes").getLocalValue()).isEqualTo(5L);
  }

  private void receive(String... records) throws Exception {
    for (String record : records) {
      operator.processElement(record, 0);
    }
  }

  /** Writes down the bundles; static, because the operator works on a copy of its function. */
  private static final class Recorder implements BundleFunction<String, String, String> {

    private static final long serialVersionUID = 1L;

    @Override
    public void open(Counts counts) {}

    @Override
    public Waiting<String> prepare(String record) {
      return new Waiting<>(record, record.length());
    }

    @Override
    public void process(List<String> bundle, Consumer<String> out) {
      BUNDLES.add(List.copyOf(bundle));
      bundle.forEach(record -> out.accept(record.toUpperCase(Locale.ROOT)));
    }

    @Override
    public void close() {}
  }
}
