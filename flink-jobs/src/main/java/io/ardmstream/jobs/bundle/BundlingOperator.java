package io.ardmstream.jobs.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.TemporaryClassLoaderContext;

/**
 * Collects records into bundles and hands each to a {@link BundleFunction}.
 *
 * <pre>
 *   records ──▶ bundle (count, bytes, time) ──▶ BundleFunction ──▶ results, in the order of records
 *                   ▲ completed early by: a pause, checkpoint barrier, watermark, end of input
 * </pre>
 *
 * <p>The bundle is emptied before every checkpoint barrier, so no record ever enters the state of a
 * checkpoint; the source reads it again after a failure. All that a checkpoint holds are the
 * counts. Memory is bounded by the bundle's byte limit and one more record. The function works in
 * the thread of the task, so a slow function slows the source down instead of filling memory.
 */
public final class BundlingOperator<I, W, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O>, BoundedOneInput {

  private static final long serialVersionUID = 1L;

  private static final ListStateDescriptor<Tuple2<String, Long>> COUNTS =
      new ListStateDescriptor<>("counts", Types.TUPLE(Types.STRING, Types.LONG));

  private final BundleFunction<I, W, O> function;
  private final BundleSettings limits;

  private transient ListState<Tuple2<String, Long>> checkpointed;
  private transient Counts counts;
  private transient BundleFill fill;
  private transient List<W> bundle;
  private transient long bytes;
  private transient long due;
  private transient long latest;
  private transient ScheduledFuture<?> clock;

  /**
   * @param function what to do with a bundle
   * @param limits when a bundle is complete
   */
  public BundlingOperator(BundleFunction<I, W, O> function, BundleSettings limits) {
    this.function = function;
    this.limits = limits;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    checkpointed = context.getOperatorStateStore().getListState(COUNTS);
    counts = new Counts(getRuntimeContext());
    counts.restore(checkpointed.get());
  }

  @Override
  public void open() throws Exception {
    super.open();
    bundle = new ArrayList<>();
    fill = new BundleFill(counts);
    try (TemporaryClassLoaderContext ours = userCode()) {
      function.open(counts);
    }
  }

  @Override
  public void processElement(StreamRecord<I> element) throws Exception {
    Waiting<W> next = function.prepare(element.getValue());
    if (bytes + next.bytes() > limits.bytes()) {
      completeBundle(BundleFill.Reason.FULL);
    }
    latest = now();
    if (bundle.isEmpty()) {
      due = latest + limits.delay().toMillis();
      startClock();
    }
    bundle.add(next.record());
    bytes += next.bytes();
    if (bundle.size() >= limits.records() || bytes >= limits.bytes()) {
      completeBundle(BundleFill.Reason.FULL);
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    completeBundle(BundleFill.Reason.EARLY);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    checkpointed.update(counts.snapshot());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    completeBundle(BundleFill.Reason.EARLY);
    super.processWatermark(mark);
  }

  @Override
  public void endInput() throws Exception {
    completeBundle(BundleFill.Reason.EARLY);
  }

  @Override
  public void close() throws Exception {
    try (TemporaryClassLoaderContext ours = userCode()) {
      function.close();
    } finally {
      super.close();
    }
  }

  private void startClock() {
    clock = getProcessingTimeService().registerTimer(pauseEnds(), time -> look());
  }

  private void look() throws Exception {
    if (now() >= pauseEnds()) {
      completeBundle(BundleFill.Reason.LATE);
    } else {
      startClock();
    }
  }

  /** When the bundle is complete unless another record comes. */
  private long pauseEnds() {
    return Math.min(due, latest + limits.pause().toMillis());
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  private void completeBundle(BundleFill.Reason reason) throws Exception {
    if (bundle.isEmpty()) {
      return;
    }
    clock.cancel(false);
    List<W> complete = bundle;
    fill.add(reason, bytes);
    bundle = new ArrayList<>();
    bytes = 0;
    long start = System.nanoTime();
    try (TemporaryClassLoaderContext ours = userCode()) {
      function.process(complete, result -> output.collect(new StreamRecord<>(result)));
    }
    fill.done(complete.size(), start);
  }

  /** Libraries that look for their parts through the thread's class loader must find ours. */
  private TemporaryClassLoaderContext userCode() {
    return TemporaryClassLoaderContext.of(getUserCodeClassloader());
  }
}
