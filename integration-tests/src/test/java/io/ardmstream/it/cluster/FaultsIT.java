package io.ardmstream.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes die in the middle of the work and of groups, and still every record is encoded exactly
 * once, in order, and restored as it was.
 */
@Timeout(1200)
class FaultsIT {

  private static final int KILLS = Integer.getInteger("cluster.kills", 5);
  private static final int LONGEST_PAUSE_MILLIS = 2000;

  @TempDir private static Path folder;
  private static SystemOfProcesses system;

  @BeforeAll
  static void start() throws Exception {
    system = SystemOfProcesses.start(folder, Map.of(), List.of());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @AfterEach
  void endJobs() throws Exception {
    system.cluster().cancelJobs();
  }

  @Test
  @DisplayName("kill -9 of a TaskManager, again and again")
  // for hundreds of kills: each has limits of its own, those of Wait
  @Timeout(value = 4, unit = TimeUnit.HOURS)
  void taskManagersDie() throws Exception {
    Random moments = seeded();
    Pipeline pipeline = system.pipeline("taskmanagers");
    FlinkJob job = pipeline.compressPictures(2, List.of());
    Traffic traffic = pipeline.traffic();
    for (int kill = 0; kill < KILLS; kill++) {
      // some die while the job still recovers from the last loss
      if (moments.nextInt(4) > 0) {
        job.awaitRunning();
      }
      system.cluster().startTaskManager();
      pause(moments);
      system.cluster().killTaskManager(victim(job, moments));
    }
    System.out.println(KILLS + " TaskManagers killed");
    assertNothingIsLost(pipeline, job, traffic);
  }

  @Test
  @DisplayName("kill -9 of the JobManager, with high availability")
  void jobManagersDie() throws Exception {
    Random moments = seeded();
    Pipeline pipeline = system.pipeline("jobmanager");
    FlinkJob job = pipeline.compressPictures(2, List.of());
    Traffic traffic = pipeline.traffic();
    for (int kill = 0; kill < 2; kill++) {
      job.awaitRunning();
      job.awaitCheckpoints();
      pause(moments);
      system.cluster().jobManager().kill();
      system.cluster().startJobManager();
    }
    job.awaitRunning();
    job.awaitCheckpoints();
    assertNothingIsLost(pipeline, job, traffic);
  }

  @Test
  @DisplayName("kill -9 of the broker, which comes back with its data")
  void brokersDie() throws Exception {
    Random moments = seeded();
    Pipeline pipeline = system.pipeline("broker");
    FlinkJob job = pipeline.compressPictures(2, List.of());
    Traffic traffic = pipeline.traffic();
    for (int kill = 0; kill < 2; kill++) {
      job.awaitRunning();
      job.awaitCheckpoints();
      pause(moments);
      system.broker().kill();
      pause(moments);
      system.broker().start();
    }
    job.awaitCheckpoints();
    assertNothingIsLost(pipeline, job, traffic);
  }

  @Test
  @DisplayName(
      "the broker is away for long: the job tries again and again and leaves nothing behind")
  void brokerIsAway() throws Exception {
    Pipeline pipeline = system.pipeline("away");
    FlinkJob job =
        pipeline.compressPictures(
            2,
            List.of(
                "--kafka.properties.default.api.timeout.ms=2000",
                "--kafka.properties.request.timeout.ms=1000",
                "--kafka.properties.delivery.timeout.ms=2000",
                "--kafka.properties.max.block.ms=2000"));
    Traffic traffic = pipeline.traffic();
    job.awaitCheckpoints();
    system.broker().kill();
    int before = job.restored();
    Wait.until("the job has tried three times", () -> job.restored() >= before + 3);
    system.broker().start();
    job.awaitCheckpoints();
    for (String id : job.taskManagers()) {
      Footprint footprint = Footprint.of(system.cluster().taskManagers().get(id));
      assertThat(footprint.jobClassLoaders()).isLessThanOrEqualTo(2);
    }
    assertNothingIsLost(pipeline, job, traffic);
  }

  @Test
  @DisplayName("stop with a savepoint, go on with more subtasks, then with fewer")
  void parallelismChanges() throws Exception {
    Pipeline pipeline = system.pipeline("parallelism");
    Traffic traffic = pipeline.traffic();
    FlinkJob two = pipeline.compressPictures(2, List.of());
    two.awaitCheckpoints();
    system.cluster().startTaskManager();
    FlinkJob three = pipeline.goOn(3, two.stop(folder.resolve("savepoints")));
    three.awaitCheckpoints();
    FlinkJob one = pipeline.goOn(1, three.stop(folder.resolve("savepoints")));
    one.awaitCheckpoints();
    assertNothingIsLost(pipeline, one, traffic);
  }

  /** Every record is there once and as it was, and some of them lean on others. */
  private static void assertNothingIsLost(Pipeline pipeline, FlinkJob job, Traffic traffic)
      throws Exception {
    assertThat(pipeline.verify(job, traffic.end())).as("records that lean on others").isPositive();
  }

  /** One that works for the job, if the cluster says so of any that lives. */
  private static String victim(FlinkJob job, Random moments) throws Exception {
    Set<String> alive = system.cluster().taskManagers().keySet();
    List<String> working = job.taskManagers().stream().filter(alive::contains).sorted().toList();
    List<String> victims = working.isEmpty() ? alive.stream().sorted().toList() : working;
    return victims.get(moments.nextInt(victims.size()));
  }

  private static void pause(Random moments) throws InterruptedException {
    Thread.sleep(moments.nextInt(LONGEST_PAUSE_MILLIS));
  }

  private static Random seeded() {
    long seed = Long.getLong("cluster.seed", System.nanoTime());
    System.out.println("moments by -Dcluster.seed=" + seed);
    return new Random(seed);
  }
}
