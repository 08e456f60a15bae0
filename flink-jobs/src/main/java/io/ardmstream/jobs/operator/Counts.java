package io.ardmstream.jobs.operator;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * What a subtask has done, as metrics for whoever watches the job and as accumulators for the
 * report at its end. Accumulators count only what belongs to the last, successful attempt.
 */
public final class Counts {

  /** Values that a distribution tells about: the latest. */
  private static final int WINDOW = 1000;

  private final RuntimeContext context;
  private final Map<String, LongCounter> accumulators = new HashMap<>();

  Counts(RuntimeContext context) {
    this.context = context;
  }

  /** A count of this name; create it once per subtask. */
  Count of(String name) {
    return of(name, group());
  }

  /**
   * The part of a count that belongs to one value of a label.
   *
   * @param value one of few: each makes a time series of its own in whatever keeps the metrics
   */
  Count of(String name, String label, String value) {
    return of(name, group().addGroup(label, value));
  }

  /** A distribution of whole numbers; create it once per subtask. */
  LongConsumer distribution(String name) {
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
  interface Count {
    void add(long amount);
  }
}
