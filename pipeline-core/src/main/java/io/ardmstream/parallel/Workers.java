package io.ardmstream.parallel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A fixed number of threads, each with a worker of its own while it works. Results do not depend on
 * their number, since every item is coded for itself. Any number of callers may share them.
 *
 * @param <W> what a thread works with
 */
public final class Workers<W extends AutoCloseable> implements AutoCloseable {

  /** Opens a worker. */
  public interface Opener<W> {

    /** A worker for one thread. */
    W open() throws IOException;
  }

  /** Work on a share of the items. */
  public interface Work<W, T, R> {

    /** One result per item, in order. */
    List<R> on(W worker, List<T> share);
  }

  /** Work on a share of the items, faster where another worker has nothing else to do. */
  public interface PairedWork<W, T, R> {

    /** One result per item, in order. */
    List<R> on(W worker, Optional<W> beside, List<T> share);
  }

  private final List<W> workers;

  /** Those that nobody works with. */
  private final BlockingQueue<W> idle;

  private final AutoCloseable shared;
  private final ExecutorService threads;

  private Workers(List<W> workers, AutoCloseable shared) {
    this.workers = workers;
    this.idle = new LinkedBlockingQueue<>(workers);
    this.shared = shared;
    ClassLoader loader = Workers.class.getClassLoader();
    threads =
        Executors.newFixedThreadPool(
            workers.size(),
            task -> {
              Thread thread = new Thread(task, "ardm-worker");
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
  }

  /**
   * Opens the workers.
   *
   * @param shared closed after the workers, and when opening fails
   */
  public static <W extends AutoCloseable> Workers<W> open(
      int threads, Opener<W> opener, AutoCloseable shared) throws IOException {
    List<W> workers = new ArrayList<>();
    try {
      for (int i = 0; i < threads; i++) {
        workers.add(opener.open());
      }
    } catch (IOException | RuntimeException e) {
      closeAll(workers, shared);
      throw e;
    }
    return new Workers<>(workers, shared);
  }

  /**
   * Splits items into contiguous shares of about equal size and works on them side by side.
   *
   * <p>Returns, or throws, only when no thread works any more, also when the caller is interrupted:
   * whoever closes the workers afterwards takes nothing from under a running one.
   *
   * @param size of an item, in any unit
   */
  public <T, R> List<R> map(List<T> items, ToLongFunction<T> size, Work<W, T, R> work) {
    return join(shares(items, size), share -> work(share, work));
  }

  /** The same, with a second worker for each share where there are twice as many workers. */
  public <T, R> List<R> mapPaired(List<T> items, ToLongFunction<T> size, PairedWork<W, T, R> work) {
    List<List<T>> shares = shares(items, size);
    if (2 * shares.size() > workers.size()) {
      return join(shares, share -> work(share, (w, s) -> work.on(w, Optional.empty(), s)));
    }
    return join(shares, share -> work(share, (w, s) -> besides(w, s, work)));
  }

  private <T, R> List<R> join(List<List<T>> shares, Function<List<T>, List<R>> work) {
    List<Future<List<R>>> running = new ArrayList<>();
    for (List<T> share : shares) {
      running.add(threads.submit(() -> work.apply(share)));
    }
    return new Joined<R>().all(running);
  }

  private <T, R> List<R> work(List<T> share, Work<W, T, R> work) {
    W worker = take();
    try {
      return work.on(worker, share);
    } finally {
      idle.add(worker);
    }
  }

  private <T, R> List<R> besides(W worker, List<T> share, PairedWork<W, T, R> work) {
    W beside = idle.poll();
    try {
      return work.on(worker, Optional.ofNullable(beside), share);
    } finally {
      if (beside != null) {
        idle.add(beside);
      }
    }
  }

  /** Waits only for one that works beside another. */
  private W take() {
    try {
      return idle.take();
    } catch (InterruptedException nobodyDoes) {
      throw new IllegalStateException(nobodyDoes);
    }
  }

  private <T> List<List<T>> shares(List<T> items, ToLongFunction<T> size) {
    long total = items.stream().mapToLong(size).sum();
    List<List<T>> shares = new ArrayList<>();
    int from = 0;
    long sum = 0;
    for (int i = 0; i < items.size(); i++) {
      sum += size.applyAsLong(items.get(i));
      boolean last = i == items.size() - 1;
      if (last || sum * workers.size() >= total * (shares.size() + 1)) {
        shares.add(items.subList(from, i + 1));
        from = i + 1;
      }
    }
    return shares;
  }

  /** Waits for every share, whatever happens meanwhile. */
  private static final class Joined<R> {
    private final List<R> results = new ArrayList<>();
    private Throwable failure;
    private boolean interrupted;

    List<R> all(List<Future<List<R>>> shares) {
      shares.forEach(this::join);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure != null) {
        throw new IllegalStateException("coding blocks failed", failure);
      }
      return results;
    }

    private void join(Future<List<R>> share) {
      while (true) {
        try {
          results.addAll(share.get());
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          failure = e.getCause();
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    closeAll(workers, shared);
  }

  private static void closeAll(List<? extends AutoCloseable> workers, AutoCloseable shared) {
    List<AutoCloseable> all = new ArrayList<>(workers);
    all.add(shared);
    for (AutoCloseable closeable : all) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot free a model", e);
      }
    }
  }
}
