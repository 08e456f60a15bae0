package io.ardmstream.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.it.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs come and go on one cluster, and leave nothing behind. */
@Timeout(1200)
class SessionClusterIT {

  private static final int ROUNDS = Integer.getInteger("cluster.rounds", 5);

  /**
   * The threads with which JNA and JavaCPP free native memory hold the class loader of the job that
   * started them, and caches of the JVM hold one or two.
   */
  private static final int JOB_CLASS_LOADERS = 4;

  /** What Flink and the libraries in {@code lib} may start late, once. */
  private static final int LATE_THREADS = 8;

  private static final int LATE_HEAP_KILOBYTES = 16 << 10;

  /** The classes of a job take 19 MB. */
  private static final int LATE_METASPACE_KILOBYTES = JOB_CLASS_LOADERS * (20 << 10);

  /** Native memory that is free but not given back comes and goes. */
  private static final int LATE_RESIDENT_KILOBYTES = 256 << 10;

  /** All of the heap is resident from the start, so that what grows is something else. */
  private static final Map<String, String> SETTINGS =
      Map.of("env.java.opts.taskmanager", "-XX:+AlwaysPreTouch");

  @Test
  @DisplayName("five times the same job: class loaders, threads and memory stay as they are")
  void nothingGrows(@TempDir Path folder) throws Exception {
    try (SystemOfProcesses system = SystemOfProcesses.start(folder, SETTINGS, List.of())) {
      Program taskManager = system.cluster().taskManagers().values().iterator().next();
      List<Footprint> rounds = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        runOnce(system.pipeline("round-" + round));
        rounds.add(Footprint.of(taskManager));
        System.out.println("after round " + round + ": " + rounds.get(round - 1));
      }
      assertThat(taskManager.output())
          .contains("Source: source")
          .doesNotContain("UnsatisfiedLinkError", "already loaded in another class");
      assertThat(rounds).allMatch(footprint -> footprint.jobClassLoaders() <= JOB_CLASS_LOADERS);
      // the first round loads what stays
      assertNoGrowth(rounds.get(1), rounds.get(ROUNDS - 1));
    }
  }

  private static void runOnce(Pipeline pipeline) throws Exception {
    FlinkJob job = pipeline.compress(2, List.of(), List.of("--codec.engine=tensorflow"));
    pipeline.send(Samples.all());
    pipeline.awaitEncoded(Samples.all().size());
    assertThat(job.restored()).isZero();
    job.cancel();
  }

  private static void assertNoGrowth(Footprint before, Footprint after) {
    assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + LATE_THREADS);
    assertThat(after.heapKilobytes()).isLessThan(before.heapKilobytes() + LATE_HEAP_KILOBYTES);
    assertThat(after.metaspaceKilobytes())
        .isLessThan(before.metaspaceKilobytes() + LATE_METASPACE_KILOBYTES);
    assertThat(after.residentKilobytes())
        .isLessThan(before.residentKilobytes() + LATE_RESIDENT_KILOBYTES);
  }
}
