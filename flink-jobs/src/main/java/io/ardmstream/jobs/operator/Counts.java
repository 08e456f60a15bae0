package io.ardmstream.jobs.operator;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/**
 * What a subtask has done, as metrics for whoever watches the job and as accumulators for the
 * report at its end. Accumulators count only what belongs to the last, successful attempt.
 */
public final class Counts {

  private final RuntimeContext context;

  Counts(RuntimeContext context) {
    this.context = context;
  }

  /** A count of this name; create it once per subtask. */
  Count of(String name) {
    LongCounter accumulator = new LongCounter();
    context.addAccumulator(name, accumulator);
    Counter metric = context.getMetricGroup().addGroup("ardm").counter(name);
    return amount -> {
      accumulator.add(amount);
      metric.inc(amount);
    };
  }

  /** One count. */
  @FunctionalInterface
  interface Count {
    void add(long amount);
  }
}
