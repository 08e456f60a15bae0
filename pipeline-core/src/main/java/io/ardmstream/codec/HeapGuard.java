package io.ardmstream.codec;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.UnsupportedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What is too large for the heap fails alone: where a call for many records runs out of memory,
 * each is tried by itself, and one that does so again is refused.
 */
public final class HeapGuard {
  private static final String WHERE = "whole record";

  private HeapGuard() {}

  /**
   * One outcome a source, in the same order.
   *
   * @param call for any number of sources
   * @param refused makes an outcome of the refusal of a source
   */
  public static <S, R> List<R> together(
      List<S> sources, Function<List<S>, List<R>> call, BiFunction<S, ArdmException, R> refused) {
    List<Attempt<R>> attempts = Attempt.together(sources, call);
    List<R> outcomes = new ArrayList<>(attempts.size());
    for (int i = 0; i < attempts.size(); i++) {
      Throwable defect = attempts.get(i).defect();
      if (defect instanceof RuntimeException unexpected) {
        throw unexpected;
      }
      outcomes.add(
          defect instanceof OutOfMemoryError tooMuch
              ? refused.apply(sources.get(i), UnsupportedInputException.beyondHeap(WHERE, tooMuch))
              : attempts.get(i).result());
    }
    return outcomes;
  }

  /** The outcome of a call for one record, or its refusal. */
  public static <S, R> R alone(S source, Function<S, R> call) {
    try {
      return call.apply(source);
    } catch (OutOfMemoryError tooMuch) {
      throw UnsupportedInputException.beyondHeap(WHERE, tooMuch);
    }
  }
}
