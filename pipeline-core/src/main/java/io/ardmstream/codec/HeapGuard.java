package io.ardmstream.codec;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.UnsupportedInputException;
import java.util.List;
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
   * @param refused makes an outcome of a refusal
   */
  public static <S, R> List<R> together(
      List<S> sources, Function<List<S>, List<R>> call, Function<ArdmException, R> refused) {
    return Attempt.together(sources, call).stream()
        .map(attempt -> outcome(attempt, refused))
        .toList();
  }

  private static <R> R outcome(Attempt<R> attempt, Function<ArdmException, R> refused) {
    if (attempt.defect() instanceof OutOfMemoryError tooMuch) {
      return refused.apply(UnsupportedInputException.beyondHeap(WHERE, tooMuch));
    }
    if (attempt.defect() instanceof RuntimeException defect) {
      throw defect;
    }
    return attempt.result();
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
