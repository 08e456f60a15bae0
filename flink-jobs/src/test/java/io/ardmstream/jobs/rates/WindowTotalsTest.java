package io.ardmstream.jobs.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.schema.MediaKind;
import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Windows are forgotten and found again in a real database, and every record counts once. */
class WindowTotalsTest {

  private static EmbeddedPostgres postgres;
  private static DatabaseSettings database;

  private String run;
  private RateWindow window;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
    database = new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "");
    RateDatabase.migrate(database);
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void windowOfItsOwn() {
    run = UUID.randomUUID().toString();
    window =
        RateWindow.newBuilder()
            .setStream("stream of " + run)
            .setMedia(MediaKind.AUDIO)
            .setWindowEnd(Instant.ofEpochSecond(60))
            .setRecords(1)
            .setRawBytes(10)
            .build();
  }

  @Test
  @DisplayName("a late record is added to the row of a window that was forgotten")
  void lateRecordsAreAdded() throws Exception {
    try (TotalsAttempt attempt = TotalsAttempt.start(database, run)) {
      forget(attempt);
      attempt.receive(window);
      attempt.receive(window);
      tell(attempt);
      assertThat(records()).isEqualTo(3);
      attempt.checkpoint(4);
      attempt.pass(TotalsAttempt.KEEP);
      attempt.checkpoint(5);
      attempt.pass(TotalsAttempt.DELAY);
      assertThat(attempt.remembers()).isFalse();
      attempt.receive(window);
      tell(attempt);
    }
    assertThat(records()).isEqualTo(4);
  }

  @Test
  @DisplayName("a late record that was written before a failure is not added again after it")
  void failureAfterALateRecord() throws Exception {
    OperatorSubtaskState state;
    long now;
    try (TotalsAttempt lost = TotalsAttempt.start(database, run)) {
      forget(lost);
      state = lost.checkpoint(4);
      now = lost.now();
      lost.receive(window);
      tell(lost);
      assertThat(records()).isEqualTo(2);
    }
    try (TotalsAttempt next = TotalsAttempt.restore(database, "unused", 4, state, now)) {
      next.receive(window);
      tell(next);
    }
    assertThat(records()).isEqualTo(2);
  }

  @Test
  @DisplayName("a window that is new since the checkpoint is not added to itself after a failure")
  void failureOfANewWindow() throws Exception {
    OperatorSubtaskState state;
    long now;
    try (TotalsAttempt lost = TotalsAttempt.start(database, run)) {
      lost.pass(TotalsAttempt.KEEP);
      state = lost.checkpoint(1);
      now = lost.now();
      lost.receive(window);
      tell(lost);
      lost.pass(TotalsAttempt.KEEP);
      lost.write();
      lost.pass(TotalsAttempt.KEEP);
      assertThat(lost.remembers()).isTrue();
    }
    try (TotalsAttempt next = TotalsAttempt.restore(database, "unused", 1, state, now)) {
      next.receive(window);
      tell(next);
    }
    assertThat(records()).isEqualTo(1);
  }

  @Test
  @DisplayName("what was told as final is remembered until the database has it for sure")
  void remembersUntilItIsSafe() throws Exception {
    try (TotalsAttempt attempt = TotalsAttempt.start(database, run)) {
      attempt.receive(window);
      tell(attempt);
      attempt.checkpoint(1);
      attempt.pass(TotalsAttempt.KEEP);
      attempt.pass(TotalsAttempt.KEEP);
      assertThat(attempt.remembers()).isTrue();
      attempt.receive(window);
      attempt.checkpoint(2);
      attempt.pass(TotalsAttempt.DELAY);
      attempt.write();
      assertThat(attempt.remembers()).isTrue();
    }
    assertThat(records()).isEqualTo(2);
  }

  @Test
  void aNewRunCountsAnew() throws Exception {
    try (TotalsAttempt first = TotalsAttempt.start(database, run)) {
      forget(first);
    }
    try (TotalsAttempt second = TotalsAttempt.start(database, "another " + run)) {
      second.pass(TotalsAttempt.KEEP);
      second.receive(window);
      tell(second);
    }
    assertThat(records()).isEqualTo(1);
  }

  @Test
  void refusesACheckpointOlderThanWhatWasForgotten() throws Exception {
    OperatorSubtaskState old;
    long now;
    try (TotalsAttempt attempt = TotalsAttempt.start(database, run)) {
      old = attempt.checkpoint(1);
      now = attempt.now();
      attempt.receive(window);
      tell(attempt);
      attempt.checkpoint(2);
      attempt.pass(TotalsAttempt.KEEP);
      attempt.checkpoint(3);
    }
    assertThatThrownBy(() -> TotalsAttempt.restore(database, "unused", 1, old, now))
        .rootCause()
        .hasMessage(
            "checkpoint 1 is older than the rates in the database, which go beyond 1:"
                + " start from a newer one, or without any, which counts anew");
  }

  @Test
  @DisplayName("whatever times and names statistics tell, the database takes their windows")
  void impossibleTimesAndNames() throws Exception {
    String longest = "\u9ad8".repeat(100) + run + scattered(900);
    try (TotalsAttempt attempt = TotalsAttempt.start(database, run)) {
      for (long time : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 9_300_000_000_000_000L}) {
        RateStatistics one =
            RateStatistics.newBuilder()
                .setStream(window.getStream())
                .setEventTime(Instant.ofEpochMilli(time))
                .setModel(new ModelReference("m\0", 1, "\0" + scattered(3000)))
                .build();
        StatisticsWindows.of(one, time).forEach(each -> receive(attempt, each));
      }
      for (String stream : List.of(longest, longest + "x")) {
        StatisticsWindows.of(statistics(stream), 0).forEach(each -> receive(attempt, each));
      }
      tell(attempt);
    }
    assertThat(records()).isEqualTo(3);
    assertThat(records(StatisticsWindows.of(statistics(longest), 0).get(0).getStream())).isOne();
  }

  private static RateStatistics statistics(String stream) {
    return RateStatistics.newBuilder().setStream(stream).build();
  }

  /** Letters of three bytes that nothing makes shorter. */
  private static String scattered(int letters) {
    return new Random(1)
        .ints(letters, 0x4E00, 0x9FA5)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static void receive(TotalsAttempt attempt, RateWindow each) {
    try {
      attempt.receive(each);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** One record, told, safe, final, safe, forgotten, after checkpoints 1 to 3. */
  private void forget(TotalsAttempt attempt) throws Exception {
    attempt.receive(window);
    tell(attempt);
    attempt.checkpoint(1);
    attempt.pass(TotalsAttempt.KEEP);
    attempt.checkpoint(2);
    attempt.pass(TotalsAttempt.DELAY);
    attempt.checkpoint(3);
    assertThat(attempt.remembers()).isFalse();
    assertThat(records()).isEqualTo(1);
  }

  private static void tell(TotalsAttempt attempt) throws Exception {
    attempt.pass(TotalsAttempt.DELAY);
    attempt.write();
  }

  private long records() throws Exception {
    return records(window.getStream());
  }

  private static long records(String stream) throws Exception {
    RateSums sums = new RateSums(false);
    new StoredRates(database)
        .read(
            new RateQuery(
                Duration.ofMinutes(1),
                Instant.MIN,
                Instant.MAX,
                Optional.of(stream),
                Optional.empty()),
            sums::add);
    return sums.total().orElseThrow().getRecords();
  }
}
