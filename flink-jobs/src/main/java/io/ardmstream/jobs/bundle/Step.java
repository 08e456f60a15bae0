package io.ardmstream.jobs.bundle;

import io.ardmstream.schema.TopicRecord;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How far one record of a bundle got before the call that the records share.
 *
 * @param <S> what the call takes for a record
 * @param <R> what it gives for a record
 */
public sealed interface Step<S, R> {

  /**
   * The record needs no call.
   *
   * @param output what leaves for it
   */
  record Done<S, R>(List<TopicRecord> output) implements Step<S, R> {}

  /**
   * The record takes part in the call.
   *
   * @param source its part
   * @param finish from the outcome to what leaves for the record
   */
  record Pending<S, R>(S source, Function<Attempt<R>, List<TopicRecord>> finish)
      implements Step<S, R> {}

  /** Makes one call for all pending records, then lets everything leave in order. */
  static <S, R> void finishAll(
      List<Step<S, R>> steps, Function<List<S>, List<R>> call, Consumer<TopicRecord> out) {
    List<S> sources = new ArrayList<>();
    for (Step<S, R> step : steps) {
      if (step instanceof Pending<S, R> pending) {
        sources.add(pending.source);
      }
    }
    Iterator<Attempt<R>> attempts = Attempt.together(sources, call).iterator();
    for (Step<S, R> step : steps) {
      step.finish(attempts).forEach(out);
    }
  }

  private List<TopicRecord> finish(Iterator<Attempt<R>> attempts) {
    if (this instanceof Pending<S, R> pending) {
      return pending.finish.apply(attempts.next());
    }
    return ((Done<S, R>) this).output;
  }
}
