package io.ardmstream.likelihood;

import io.ardmstream.distribution.LogisticMixture;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ForkJoinTask;

/**
 * Encodes units: all samples are known, so that many steps go through the model at once. What it
 * makes of them then goes to the writers in the order of coding.
 *
 * @param <U> the units
 */
public final class StepEncoder<U extends CodingUnit> {

  /**
   * A unit, and what takes its samples.
   *
   * @param unit all samples known
   * @param writer takes them in the order of coding
   * @param <U> the units
   */
  public record Coded<U extends CodingUnit>(U unit, UnitWriter writer) {}

  private final KnownSteps<U> rows;
  private final LogisticMixture mixture;

  /** Encodes with those rows, whose capacity is at least the largest step. */
  public StepEncoder(ContextBatch<U> rows, LogisticMixture mixture) {
    this.rows = new KnownSteps<>(rows);
    this.mixture = mixture;
  }

  /** Hands all samples of the units to their writers. */
  public void encode(List<Coded<U>> units) {
    Queue<KnownSteps.Step<U>> steps = KnownSteps.all(units);
    while (rows.take(steps)) {
      rows.write(mixture);
    }
  }

  /**
   * The same by two processors: while samples are handed to the writers, the model looks at the
   * next ones.
   *
   * @param beside an encoder by the same model that has nothing else to do
   */
  public void encode(List<Coded<U>> units, StepEncoder<U> beside) {
    Queue<KnownSteps.Step<U>> steps = KnownSteps.all(units);
    KnownSteps<U> now = rows;
    KnownSteps<U> next = beside.rows;
    boolean more = now.take(steps);
    while (more) {
      KnownSteps<U> ahead = next;
      ForkJoinTask<Boolean> look = ForkJoinTask.adapt(() -> ahead.take(steps)).fork();
      try {
        now.write(mixture);
      } finally {
        look.quietlyJoin();
      }
      more = look.join();
      next = now;
      now = ahead;
    }
  }
}
