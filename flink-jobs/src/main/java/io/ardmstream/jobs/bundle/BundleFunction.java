package io.ardmstream.jobs.bundle;

import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Work that is done on many records at once. One instance belongs to one subtask and is called by
 * one thread; whatever native memory it needs is taken in {@link #open} and given back in {@link
 * #close}.
 *
 * @param <I> records that come in
 * @param <W> what waits for them in the bundle
 * @param <O> records that go out
 */
public interface BundleFunction<I, W, O> extends Serializable {

  /** Called once before the first bundle. */
  void open(Counts counts) throws Exception;

  /** Takes a record apart as far as can be done for it alone. */
  Waiting<W> prepare(I record);

  /**
   * Handles a bundle.
   *
   * @param bundle what waits for at least one record, in order
   * @param out takes the results, in the order in which they are to leave
   */
  void process(List<W> bundle, Consumer<O> out) throws Exception;

  /** Called once at the end, after a failure too, and possibly without {@link #open}. */
  void close() throws Exception;
}
