package io.ardmstream.jobs.run;

import io.ardmstream.jobs.backfill.BatchSettings;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Sets Flink up the way every job here needs it. */
public final class JobEnvironment {

  private JobEnvironment() {}

  /** The cluster's environment when submitted to one, a cluster in this process otherwise. */
  public static StreamExecutionEnvironment of(RuntimeSettings runtime) {
    StreamExecutionEnvironment environment =
        environment(configuration(runtime), runtime.parallelism());
    environment.setMaxParallelism(runtime.maxParallelism());
    return environment;
  }

  /**
   * The same for a job that ends by itself, with these options of Flink unless it is told others.
   */
  public static StreamExecutionEnvironment of(BatchSettings runtime, Configuration defaults) {
    Configuration flink = new Configuration(defaults);
    flink.addAll(Configuration.fromMap(runtime.flink()));
    flink.set(PipelineOptions.NAME, runtime.name());
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    flink.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
    return environment(flink, runtime.parallelism());
  }

  private static StreamExecutionEnvironment environment(Configuration flink, int parallelism) {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(flink);
    if (parallelism > 0) {
      environment.setParallelism(parallelism);
    }
    return environment;
  }

  private static Configuration configuration(RuntimeSettings runtime) {
    Configuration flink = Configuration.fromMap(runtime.flink());
    flink.set(PipelineOptions.NAME, runtime.name());
    // Every type has a serializer of its own; Kryo would tie state to class layouts.
    flink.set(PipelineOptions.GENERIC_TYPES, false);
    // Records are never changed once made, so chained operators need no copies of them.
    flink.set(PipelineOptions.OBJECT_REUSE, true);
    flink.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, runtime.checkpointInterval());
    flink.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, runtime.checkpointTimeout());
    if (!runtime.checkpointDirectory().isEmpty()) {
      flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, runtime.checkpointDirectory());
      flink.set(
          CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
          ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }
    return flink;
  }
}
