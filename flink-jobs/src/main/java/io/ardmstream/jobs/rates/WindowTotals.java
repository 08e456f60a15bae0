package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the sums of every window and tells them again when they have changed, at most once per
 * delay. A window never closes: a record that comes years late is added like any other.
 */
public final class WindowTotals extends KeyedProcessFunction<String, RateWindow, RateWindow> {

  private static final long serialVersionUID = 1L;

  /** Reached when a bounded topic ends: timers of the clock do not fire any more then. */
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  private final long delayMillis;

  private transient ValueState<RateWindow> sums;
  private transient ValueState<Long> due;

  /**
   * Takes the delay.
   *
   * @param delayMillis how long changes of a window are gathered, in milliseconds
   */
  public WindowTotals(long delayMillis) {
    this.delayMillis = delayMillis;
  }

  @Override
  public void open(OpenContext context) {
    sums =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("sums", new AvroTypeInfo<>(RateWindow.class)));
    due = getRuntimeContext().getState(new ValueStateDescriptor<>("due", Long.class));
  }

  @Override
  public void processElement(RateWindow window, Context context, Collector<RateWindow> out)
      throws Exception {
    RateWindow before = sums.value();
    sums.update(before == null ? window : WindowSums.add(before, window));
    if (due.value() == null) {
      TimerService timers = context.timerService();
      due.update(timers.currentProcessingTime() + delayMillis);
      timers.registerProcessingTimeTimer(due.value());
      timers.registerEventTimeTimer(END_OF_INPUT);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<RateWindow> out)
      throws Exception {
    if (due.value() != null) {
      TimerService timers = context.timerService();
      timers.deleteProcessingTimeTimer(due.value());
      timers.deleteEventTimeTimer(END_OF_INPUT);
      due.clear();
      out.collect(sums.value());
    }
  }
}
