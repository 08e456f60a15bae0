package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps the sums of every window and tells them again when they have changed, at most once per
 * delay. A window that has not changed for a while is forgotten: the database keeps it. A record
 * that comes later still, be it by years, is added to what the database has.
 *
 * <p>That stays exact through failures because of three rules. What is told is always the whole
 * sum, so telling again changes nothing. A window is told as final only when a completed checkpoint
 * holds its last change, and forgotten only when one more has been completed, with which the
 * database has it; so no failure leads back to where it was not complete. And each row says beside
 * its sums which of them were final; after a failure, records are added to that base, never to sums
 * that may have them already.
 */
public final class WindowTotals extends KeyedProcessFunction<String, RateWindow, WindowUpdate>
    implements CheckpointedFunction, CheckpointListener {

  private static final long serialVersionUID = 1L;

  /** Reached when a bounded topic ends: timers of the clock do not fire any more then. */
  private static final long END_OF_INPUT = Long.MAX_VALUE;

  private final WindowSettings settings;
  private final DatabaseSettings database;
  private final String newRun;

  private transient Run run;
  private transient ListState<Run> runs;
  private transient Checkpoints checkpoints;
  private transient WindowState state;
  private transient WindowBases bases;
  private transient Counter reopened;
  private transient Optional<Long> restored;

  /**
   * Takes what it needs of the job's configuration.
   *
   * @param newRun a unique name for the run that begins if there is no checkpoint
   */
  public WindowTotals(WindowSettings settings, DatabaseSettings database, String newRun) {
    this.settings = settings;
    this.database = database;
    this.newRun = newRun;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    checkpoints = new Checkpoints(context.getRestoredCheckpointId());
    runs =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("run", TypeInformation.of(Run.class)));
    Run known = null;
    for (Run each : runs.get()) {
      known = known == null ? each : known.earlier(each);
    }
    restored = known == null ? Optional.empty() : Optional.of(checkpoints.last());
    run = known == null ? new Run(newRun, System.currentTimeMillis()) : known;
  }

  @Override
  public void open(OpenContext context) throws IOException {
    state = new WindowState(getRuntimeContext());
    bases = WindowBases.open(database, run.id());
    reopened =
        getRuntimeContext().getMetricGroup().addGroup("ardm").counter("reopened_windows_total");
    if (restored.isPresent()) {
      try {
        bases.requireNotNewerThan(restored.get());
      } catch (IllegalStateException e) {
        throw new SuppressRestartsException(e);
      }
    }
  }

  @Override
  public void processElement(RateWindow window, Context context, Collector<WindowUpdate> out)
      throws Exception {
    TimerService timers = context.timerService();
    if (!state.isKnown() && mayBeForgotten(timers.currentProcessingTime())) {
      Optional<RateWindow> base = bases.find(window);
      if (base.isPresent()) {
        state.reopen(base.get());
        reopened.inc();
      }
    }
    state.add(window, timers.currentProcessingTime(), checkpoints.last());
    if (state.due() == null) {
      long due = timers.currentProcessingTime() + settings.delay().toMillis();
      state.setDue(due);
      timers.registerProcessingTimeTimer(due);
      timers.registerEventTimeTimer(END_OF_INPUT);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<WindowUpdate> out)
      throws Exception {
    boolean ended = context.timeDomain() == TimeDomain.EVENT_TIME;
    if (state.due() != null && (ended || timestamp >= state.due())) {
      tell(context.timerService(), out);
    }
    if (!ended && state.expiry() != null && timestamp >= state.expiry()) {
      expire(timestamp, context.timerService(), out);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    runs.update(List.of(run));
    checkpoints.begin(context.getCheckpointId());
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    checkpoints.complete(checkpoint);
  }

  @Override
  public void close() throws Exception {
    if (bases != null) {
      bases.close();
    }
  }

  /** A run that is younger than windows are kept has forgotten none; that spares many questions. */
  private boolean mayBeForgotten(long now) {
    return now - run.started() >= settings.keep().toMillis();
  }

  private void tell(TimerService timers, Collector<WindowUpdate> out) throws IOException {
    timers.deleteProcessingTimeTimer(state.due());
    timers.deleteEventTimeTimer(END_OF_INPUT);
    state.setDue(null);
    out.collect(WindowUpdate.open(state.sums(), state.base(), run.id()));
    if (state.expiry() == null) {
      awaitExpiry(timers.currentProcessingTime() + settings.keep().toMillis(), timers);
    }
  }

  /** First everything is told as final; once that is safe in the database, it is forgotten. */
  private void expire(long now, TimerService timers, Collector<WindowUpdate> out)
      throws IOException {
    if (state.closedAfter() != null && checkpoints.isSafe(state.closedAfter())) {
      state.forget();
      return;
    }
    if (state.closedAfter() == null && isIdle(now) && checkpoints.isSafe(state.changedAfter())) {
      out.collect(WindowUpdate.closed(state.sums(), run.id(), state.changedAfter()));
      state.close(checkpoints.last());
    }
    boolean closing = state.closedAfter() != null;
    awaitExpiry(now + (closing ? settings.delay() : settings.keep()).toMillis(), timers);
  }

  private boolean isIdle(long now) throws IOException {
    return state.due() == null && now - state.changedAt() >= settings.keep().toMillis();
  }

  private void awaitExpiry(long time, TimerService timers) throws IOException {
    state.setExpiry(time);
    timers.registerProcessingTimeTimer(time);
  }
}
