package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;

/** What is kept of the window whose key is current. */
final class WindowState {

  private final ValueState<RateWindow> sums;
  private final ValueState<RateWindow> base;
  private final ValueState<Long> due;
  private final ValueState<Long> expiry;
  private final ValueState<Long> changedAt;
  private final ValueState<Long> changedAfter;
  private final ValueState<Long> closedAfter;

  WindowState(RuntimeContext context) {
    sums = window(context, "sums");
    base = window(context, "base");
    due = number(context, "due");
    expiry = number(context, "expiry");
    changedAt = number(context, "changed-at");
    changedAfter = number(context, "changed-after");
    closedAfter = number(context, "closed-after");
  }

  boolean isKnown() throws IOException {
    return sums.value() != null;
  }

  /** Goes on from what the database has. */
  void reopen(RateWindow forgotten) throws IOException {
    sums.update(forgotten);
    base.update(forgotten);
  }

  /**
   * Adds a window.
   *
   * @param now in milliseconds of the epoch
   * @param checkpoint the last one, which does not have it
   */
  void add(RateWindow window, long now, long checkpoint) throws IOException {
    RateWindow before = sums.value();
    sums.update(before == null ? window : WindowSums.add(before, window));
    changedAt.update(now);
    changedAfter.update(checkpoint);
    closedAfter.clear();
  }

  void forget() {
    sums.clear();
    base.clear();
    expiry.clear();
    changedAt.clear();
    changedAfter.clear();
    closedAfter.clear();
  }

  RateWindow sums() throws IOException {
    return sums.value();
  }

  RateWindow base() throws IOException {
    return base.value();
  }

  /** When it is to be told, or null. */
  Long due() throws IOException {
    return due.value();
  }

  void setDue(Long time) throws IOException {
    due.update(time);
  }

  /** When to see whether it can be forgotten, or null. */
  Long expiry() throws IOException {
    return expiry.value();
  }

  void setExpiry(long time) throws IOException {
    expiry.update(time);
  }

  long changedAt() throws IOException {
    return changedAt.value();
  }

  long changedAfter() throws IOException {
    return changedAfter.value();
  }

  /** The last checkpoint when all of it was told as final; null if it was not since its change. */
  Long closedAfter() throws IOException {
    return closedAfter.value();
  }

  void close(long checkpoint) throws IOException {
    closedAfter.update(checkpoint);
  }

  private static ValueState<RateWindow> window(RuntimeContext context, String name) {
    return context.getState(new ValueStateDescriptor<>(name, new AvroTypeInfo<>(RateWindow.class)));
  }

  private static ValueState<Long> number(RuntimeContext context, String name) {
    return context.getState(new ValueStateDescriptor<>(name, Long.class));
  }
}
