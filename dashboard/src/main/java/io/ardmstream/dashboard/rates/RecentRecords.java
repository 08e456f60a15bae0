package io.ardmstream.dashboard.rates;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** The latest records; the newest replaces the oldest. Not safe for use by several threads. */
public final class RecentRecords {

  private final RecordFacts[] slots;
  private long added;

  public RecentRecords(int capacity) {
    slots = new RecordFacts[capacity];
  }

  /** Adds a record, whose number is that of records added before. */
  public void add(RecordFacts record) {
    slots[(int) (added % slots.length)] = record;
    added++;
  }

  /** How many were ever added: the number of the next. */
  long added() {
    return added;
  }

  Optional<RecordFacts> byNumber(long number) {
    if (number < 0 || number >= added || number < added - slots.length) {
      return Optional.empty();
    }
    return Optional.of(slots[(int) (number % slots.length)]);
  }

  /** The first few of an order, of those that are wanted. */
  public List<RecordFacts> first(
      int limit, Comparator<RecordFacts> order, Predicate<RecordFacts> wanted) {
    PriorityQueue<RecordFacts> best = new PriorityQueue<>(limit + 1, order.reversed());
    for (long number = Math.max(0, added - slots.length); number < added; number++) {
      RecordFacts record = slots[(int) (number % slots.length)];
      if (wanted.test(record)) {
        best.add(record);
        if (best.size() > limit) {
          best.poll();
        }
      }
    }
    return best.stream().sorted(order).toList();
  }
}
