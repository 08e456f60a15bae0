package io.ardmstream.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One record's share of a call for many: its result, or the defect that the call ran into.
 *
 * @param result what the call returned for it, or null
 * @param defect what the call threw for it alone, or null
 */
public record Attempt<R>(R result, Throwable defect) {

  /**
   * Calls for all at once. The call reports bad records in its results; if it throws nevertheless,
   * every record is tried alone, so that a defect costs only the record that provokes it. So does a
   * record that the heap is too small for: what the call held is free again by then.
   *
   * @return one attempt a source, in the same order
   */
  public static <S, R> List<Attempt<R>> together(List<S> sources, Function<List<S>, List<R>> call) {
    if (sources.isEmpty()) {
      return List.of();
    }
    try {
      return call.apply(sources).stream().map(result -> new Attempt<>(result, null)).toList();
    } catch (RuntimeException | OutOfMemoryError defect) {
      return alone(sources, call, defect);
    } catch (StackOverflowError deep) {
      // an error for Java, but one record's doing, and harmless to all others
      return alone(
          sources, call, new IllegalStateException("something is nested too deeply", deep));
    }
  }

  private static <S, R> List<Attempt<R>> alone(
      List<S> sources, Function<List<S>, List<R>> call, Throwable defect) {
    if (sources.size() == 1) {
      return List.of(new Attempt<>(null, defect));
    }
    List<Attempt<R>> attempts = new ArrayList<>(sources.size());
    sources.forEach(source -> attempts.addAll(together(List.of(source), call)));
    return attempts;
  }

  /**
   * Whether there is a result.
   *
   * @throws OutOfMemoryError if the heap was too small: only whoever holds whole records can free
   *     some of it
   */
  public boolean succeeded() {
    if (defect instanceof OutOfMemoryError tooMuch) {
      throw tooMuch;
    }
    return defect == null;
  }
}
