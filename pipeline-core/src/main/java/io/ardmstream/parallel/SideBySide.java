package io.ardmstream.parallel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Items worked on by all processors. A call returns, or throws, only when no item is worked on any
 * more: where the memory was out, nothing of the call holds any of it afterwards.
 */
public final class SideBySide {

  private SideBySide() {}

  /** One result an item, in the same order; or the first failure, once all others are done. */
  public static <T, R> List<R> map(List<T> items, Function<T, R> work) {
    List<Outcome<R>> outcomes =
        items.parallelStream().map(item -> Outcome.of(() -> work.apply(item))).toList();
    return outcomes.stream().map(Outcome::orThrow).toList();
  }

  /** Does something with each item; throws the first failure, once all others are done. */
  public static <T> void each(List<T> items, Consumer<T> work) {
    map(
        items,
        item -> {
          work.accept(item);
          return item;
        });
  }

  private record Outcome<R>(R result, Throwable failure) {
    static <R> Outcome<R> of(Supplier<R> work) {
      try {
        return new Outcome<>(work.get(), null);
      } catch (RuntimeException | Error failure) {
        return new Outcome<>(null, failure);
      }
    }

    R orThrow() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException thrown) {
        throw thrown;
      }
      return result;
    }
  }
}
