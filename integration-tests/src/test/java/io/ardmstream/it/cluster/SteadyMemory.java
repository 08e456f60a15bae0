package io.ardmstream.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.it.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Watches the memory of a TaskManager under a small load that never changes. No test, so it runs
 * only when it is named; OPERATIONS.md says how.
 */
class SteadyMemory {

  private static final int MINUTES = Math.max(13, Integer.getInteger("cluster.minutes", 60));

  /** Until every class is loaded and compiled. */
  private static final int WARM_UP_MINUTES = 10;

  private static final List<byte[]> MEDIA =
      Samples.all().stream().filter(media -> media.length < 64 << 10).toList();

  /**
   * What may come late: the compiler goes on for hours, and a larger answer of the broker needs a
   * larger buffer, once.
   */
  private static final int LATE_KILOBYTES = 16 << 10;

  /** All of the heap is resident from the start, and a busy machine is given time to answer. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "env.java.opts.taskmanager", "-XX:+AlwaysPreTouch -XX:NativeMemoryTracking=summary",
          "heartbeat.timeout", "50 s",
          "high-availability.zookeeper.client.session-timeout", "60 s");

  @Test
  void anHour(@TempDir Path folder) throws Exception {
    try (SystemOfProcesses system = SystemOfProcesses.start(folder, SETTINGS, List.of())) {
      Pipeline pipeline = system.pipeline("steady");
      FlinkJob job = pipeline.compress(1, List.of(), List.of("--job.checkpoint-interval=10 s"));
      Traffic traffic =
          pipeline.traffic(number -> MEDIA.get(number % MEDIA.size()), Duration.ofSeconds(1));
      String worker = job.taskManagers().iterator().next();
      Program taskManager = system.cluster().taskManagers().get(worker);
      watch(taskManager, 0, WARM_UP_MINUTES);
      System.out.println("warm: " + Footprint.of(taskManager));
      Footprint.track(taskManager);
      List<Long> residents = watch(taskManager, WARM_UP_MINUTES, MINUTES);
      System.out.println("at the end: " + Footprint.of(taskManager));
      System.out.println(Footprint.tracked(taskManager));
      assertSteady(residents);
      assertThat(job.restored()).isZero();
      pipeline.verify(job, traffic.end());
    }
  }

  /** Kilobytes resident at the end of each minute. */
  private static List<Long> watch(Program taskManager, int from, int to) throws Exception {
    List<Long> residents = new ArrayList<>();
    for (int minute = from + 1; minute <= to; minute++) {
      Thread.sleep(Duration.ofMinutes(1).toMillis());
      long resident = Footprint.residentKilobytes(taskManager);
      System.out.printf("minute %d: %d MB resident%n", minute, resident >> 10);
      residents.add(resident);
    }
    return residents;
  }

  private static void assertSteady(List<Long> residents) {
    int third = residents.size() / 3;
    long before = median(residents.subList(0, third));
    long after = median(residents.subList(residents.size() - third, residents.size()));
    System.out.printf("from %d to %d kilobytes%n", before, after);
    assertThat(after).isLessThan(before + LATE_KILOBYTES);
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
