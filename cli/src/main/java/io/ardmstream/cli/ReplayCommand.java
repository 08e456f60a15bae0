package io.ardmstream.cli;

import io.ardmstream.jobs.config.ReplayConfig;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.job.ReplayJob;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code ardm replay}: the replay job on a Flink cluster in this process. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    customSynopsis = "ardm replay [--config FILE] [--SETTING VALUE]...",
    description = {
      "Restore compressed Kafka topics to a topic or to files, on a Flink cluster in this process.",
      "config/replay.yaml explains every setting."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Unmatched private final List<String> settings = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    ReplayConfig config = ReplayConfig.of(Settings.fromArguments(settings));
    spec.commandLine().getErr().println("Replaying " + config.input().topics() + " ...");
    spec.commandLine().getOut().println(ReplayJob.run(config));
    return ExitCode.OK.number();
  }
}
