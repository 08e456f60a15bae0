package io.ardmstream.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private final List<String> closed = new ArrayList<>();

  private AutoCloseable worker(int number) {
    return () -> closed.add("worker " + number);
  }

  @Test
  void resultsComeInTheOrderOfTheItems() throws IOException {
    AtomicInteger opened = new AtomicInteger();
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    try (Workers<AutoCloseable> workers =
        Workers.open(3, () -> worker(opened.incrementAndGet()), () -> closed.add("shared"))) {
      List<Integer> squares =
          workers.map(items, i -> i, (w, share) -> share.stream().map(i -> i * i).toList());
      assertThat(squares).isEqualTo(items.stream().map(i -> i * i).toList());
      assertThat(workers.map(List.<Integer>of(), i -> i, (w, share) -> share)).isEmpty();
    }
    assertThat(closed).containsExactly("worker 1", "worker 2", "worker 3", "shared");
  }

  @Test
  void aShareHasASecondWorkerWhereThereAreTwiceAsMany() throws IOException {
    AtomicInteger opened = new AtomicInteger();
    List<Boolean> paired = List.of(true, true);
    try (Workers<AutoCloseable> workers =
        Workers.open(4, () -> worker(opened.incrementAndGet()), () -> {})) {
      assertThat(workers.mapPaired(List.of(1, 2), i -> 1, WorkersTest::pairs)).isEqualTo(paired);
      assertThat(workers.mapPaired(List.of(1, 2, 3), i -> 1, WorkersTest::pairs))
          .containsOnly(false);
      assertThat(workers.mapPaired(List.of(1, 2), i -> 1, WorkersTest::pairs)).isEqualTo(paired);
    }
    assertThat(closed).hasSize(4);
  }

  /** Of every item, whether its worker had another beside it. */
  private static List<Boolean> pairs(
      AutoCloseable worker, Optional<AutoCloseable> beside, List<Integer> share) {
    return share.stream().map(item -> beside.isPresent() && beside.get() != worker).toList();
  }

  @Test
  void callersWaitForAWorkerBesideAnother() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService callers = Executors.newFixedThreadPool(2);
    try (Workers<AutoCloseable> workers = Workers.open(2, () -> worker(0), () -> {})) {
      Future<List<Integer>> first =
          callers.submit(
              () ->
                  workers.mapPaired(
                      List.of(1),
                      i -> 1,
                      (worker, beside, share) -> {
                        begun.countDown();
                        awaitQuietly(release);
                        return share;
                      }));
      begun.await();
      Future<List<Integer>> second =
          callers.submit(() -> workers.map(List.of(2), i -> 1, (worker, share) -> share));
      assertThatThrownBy(() -> second.get(50, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      release.countDown();
      assertThat(first.get()).containsExactly(1);
      assertThat(second.get()).containsExactly(2);
    } finally {
      callers.shutdown();
    }
  }

  @Test
  void failuresReachTheCaller() throws IOException {
    try (Workers<AutoCloseable> workers = Workers.open(2, () -> worker(0), () -> {})) {
      assertThatThrownBy(
              () ->
                  workers.map(
                      List.of(1, 2),
                      i -> 1,
                      (w, share) -> {
                        throw new IllegalStateException("broken " + share);
                      }))
          .hasMessageContaining("broken");
    }
  }

  /** Closing a native model under a thread that evaluates it would end the process. */
  @Test
  void anInterruptedCallerLeavesNoThreadAtWork() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger finished = new AtomicInteger();
    AtomicInteger seenByCaller = new AtomicInteger();
    try (Workers<AutoCloseable> workers = Workers.open(2, () -> worker(0), () -> {})) {
      Thread caller =
          new Thread(
              () -> {
                workers.map(
                    List.of(1, 2),
                    i -> 1,
                    (w, share) -> {
                      begun.countDown();
                      awaitQuietly(release);
                      finished.incrementAndGet();
                      return share;
                    });
                seenByCaller.set(finished.get());
              });
      caller.start();
      begun.await();
      caller.interrupt();
      caller.join(100);
      assertThat(caller.isAlive()).isTrue();
      release.countDown();
      caller.join();
    }
    assertThat(seenByCaller).hasValue(2);
  }

  @Test
  void callersAtTheSameTimeNeverShareAWorker() throws Exception {
    CountDownLatch bothAtWork = new CountDownLatch(2);
    try (Workers<AutoCloseable> workers = Workers.open(2, () -> worker(0), () -> {})) {
      Set<AutoCloseable> used = ConcurrentHashMap.newKeySet();
      Runnable caller =
          () ->
              workers.map(
                  List.of(1),
                  i -> 1,
                  (worker, share) -> {
                    used.add(worker);
                    bothAtWork.countDown();
                    awaitQuietly(bothAtWork);
                    return share;
                  });
      List<Thread> callers = List.of(new Thread(caller), new Thread(caller));
      callers.forEach(Thread::start);
      for (Thread thread : callers) {
        thread.join();
      }
      assertThat(used).hasSize(2);
    }
  }

  @Test
  void aWorkerWhoseWorkFailsIsUsedAgain() throws IOException {
    try (Workers<AutoCloseable> workers = Workers.open(1, () -> worker(0), () -> {})) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(
                () ->
                    workers.map(
                        List.of(1),
                        item -> 1,
                        (worker, share) -> {
                          throw new IllegalStateException("broken");
                        }))
            .hasMessage("broken");
      }
      assertThat(workers.map(List.of(1), item -> 1, (worker, share) -> share)).containsExactly(1);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasOpenedIsClosedWhenOpeningFails() {
    AtomicInteger opened = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Workers.open(
                    2,
                    () -> {
                      if (opened.incrementAndGet() == 2) {
                        throw new IOException("no memory");
                      }
                      return worker(1);
                    },
                    () -> closed.add("shared")))
        .hasMessage("no memory");
    assertThat(closed).containsExactly("worker 1", "shared");
  }
}
