package io.ardmstream.dashboard.rates;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The latest records that were refused. Safe for use by several threads. */
public final class RefusedRecords {
  private static final int MOST = 10_000;
  private static final int MOST_SHOWN = 12;

  private final Deque<RefusedRecord> latest = new ArrayDeque<>();

  /**
   * What the page shows of them.
   *
   * @param reasons how many, by kind of failure
   * @param latest the latest first
   */
  public record Shown(Map<String, Long> reasons, List<RefusedRecord> latest) {}

  public synchronized void add(RefusedRecord record) {
    latest.addFirst(record);
    if (latest.size() > MOST) {
      latest.removeLast();
    }
  }

  public synchronized Shown shown(Selection selection) {
    List<RefusedRecord> wanted = latest.stream().filter(selection::takes).toList();
    return new Shown(
        wanted.stream()
            .collect(
                Collectors.groupingBy(RefusedRecord::error, TreeMap::new, Collectors.counting())),
        wanted.stream()
            .sorted(Comparator.comparing(RefusedRecord::time).reversed())
            .limit(MOST_SHOWN)
            .toList());
  }
}
