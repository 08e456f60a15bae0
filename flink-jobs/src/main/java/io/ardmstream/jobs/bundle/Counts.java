package io.ardmstream.jobs.bundle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What a subtask has done, as metrics for whoever watches the job and as accumulators for the
 * report at its end. Accumulators are part of checkpoints, so that a report counts every record
 * once, however often the job had to start again.
 */
public final class Counts {

  /** Values that a distribution tells about: the latest. */
  private static final int WINDOW = 1000;

  private static final int MOST_TEXTS = 100;
  private static final int LONGEST_TEXT = 500;

  private final RuntimeContext context;
  private final Map<String, LongCounter> accumulators = new HashMap<>();

  public Counts(RuntimeContext context) {
    this.context = context;
  }

  /** A count of this name; create it once per subtask. */
  public Count of(String name) {
    return of(name, group());
  }

  /**
   * The part of a count that belongs to one value of a label.
   *
   * @param value one of few: each makes a time series of its own in whatever keeps the metrics
   */
  public Count of(String name, String label, String value) {
    return of(name, group().addGroup(label, value));
  }

  /** A distribution of whole numbers; create it once per subtask. */
  public LongConsumer distribution(String name) {
    Histogram histogram = new DescriptiveStatisticsHistogram(WINDOW);
    return group().histogram(name, histogram)::update;
  }

  private Count of(String name, MetricGroup group) {
    LongCounter accumulator = accumulators.computeIfAbsent(name, this::accumulator);
    Counter metric = group.counter(name + "_total");
    return amount -> {
      accumulator.add(amount);
      metric.inc(amount);
    };
  }

  /** A count for the report alone. */
  Count reported(String name) {
    LongCounter accumulator = accumulators.computeIfAbsent(name, this::accumulator);
    return accumulator::add;
  }

  /**
   * Counts a text for the report. Records may be hostile: long texts are cut, and of many different
   * ones of a kind only some are kept.
   *
   * @param kind one word
   */
  public void remark(String kind, String text) {
    String name = kind + " " + text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    long known = accumulators.keySet().stream().filter(key -> key.startsWith(kind + " ")).count();
    if (accumulators.containsKey(name) || known < MOST_TEXTS) {
      reported(name).add(1);
    }
  }

  /** What has been counted so far, for a checkpoint. */
  List<Tuple2<String, Long>> snapshot() {
    return accumulators.entrySet().stream()
        .map(entry -> Tuple2.of(entry.getKey(), entry.getValue().getLocalValuePrimitive()))
        .toList();
  }

  /** Goes on from counts of a checkpoint, perhaps those of several subtasks. */
  void restore(Iterable<Tuple2<String, Long>> checkpoint) {
    checkpoint.forEach(count -> reported(count.f0).add(count.f1));
  }

  private LongCounter accumulator(String name) {
    LongCounter accumulator = new LongCounter();
    context.addAccumulator(name, accumulator);
    return accumulator;
  }

  private MetricGroup group() {
    return context.getMetricGroup().addGroup("ardm");
  }

  /** One count. */
  @FunctionalInterface
  public interface Count {
    void add(long amount);
  }
}
