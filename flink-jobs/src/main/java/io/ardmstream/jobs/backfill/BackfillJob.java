package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.Archive;
import io.ardmstream.jobs.backfill.source.SourceItem;
import io.ardmstream.jobs.bundle.ModelChecks;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.run.BatchSettings;
import io.ardmstream.jobs.run.JobEnvironment;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Archives existing files on a cluster.
 *
 * <pre>
 *   sources ──▶ list (one subtask) ──▶ items, by group ──▶ archive (many subtasks)
 * </pre>
 *
 * <p>An archive in a folder is locked by the process that runs the main method, which also merges
 * the index when all is done.
 */
public final class BackfillJob {

  private static final int ATTEMPTS = 20;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

  private static final TypeInformation<Tuple2<String, SourceItem>> ITEMS =
      Types.TUPLE(Types.STRING, Types.POJO(SourceItem.class));

  private BackfillJob() {}

  /** Runs the job on the cluster it is submitted to, or in this process. */
  public static void main(String[] arguments) throws Exception {
    System.out.println(run(BackfillConfig.of(Settings.fromArguments(List.of(arguments)))));
  }

  /**
   * Runs the job to its end.
   *
   * @return what all subtasks did; files that a failed attempt of a subtask published count as
   *     present
   * @throws java.io.IOException if the archive cannot be written, or another backfill writes to it
   */
  public static BackfillReport run(BackfillConfig config) throws Exception {
    try (Archive archive = Archive.openToWrite(config.archive().store())) {
      // waits for the end in application mode too, where execute() would not
      JobExecutionResult result = prepare(config).executeAsync().getJobExecutionResult().get();
      Archive.mergeIndex(archive.store());
      return report(result);
    }
  }

  /** Builds the job for an archive that the caller holds open for writing until the job ends. */
  public static StreamExecutionEnvironment prepare(BackfillConfig config) {
    ModelChecks.require(config.codec());
    StreamExecutionEnvironment environment = environment(config.runtime());
    List<String> sources = config.originals().sources();
    String stream = config.originals().stream();
    environment
        .fromData(Types.STRING, sources.toArray(String[]::new))
        .setParallelism(1)
        .flatMap(
            new SourceListing(sources, stream.isEmpty() ? null : stream, config.groupRecords() > 1))
        .returns(ITEMS)
        .name("list")
        .uid("list")
        .setParallelism(1)
        .partitionCustom((group, n) -> Math.floorMod(group.hashCode(), n), item -> item.f0)
        .transform("archive", Types.VOID, new BackfillOperator(config))
        .uid("archive")
        // Flink's batch scheduler would choose by the bytes of the list, which are few
        .setParallelism(environment.getParallelism())
        .sinkTo(new DiscardingSink<>())
        .name("end")
        .uid("end");
    return environment;
  }

  /** Adds up what the subtasks report. */
  static BackfillReport report(JobExecutionResult result) {
    List<BackfillReport> reports = result.getAccumulatorResult(BackfillOperator.REPORTS);
    return reports.stream().reduce(BackfillReport::plus).orElseThrow();
  }

  private static StreamExecutionEnvironment environment(BatchSettings runtime) {
    Configuration flink = new Configuration();
    flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, ATTEMPTS);
    flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, BETWEEN_ATTEMPTS);
    return JobEnvironment.of(runtime, flink);
  }
}
