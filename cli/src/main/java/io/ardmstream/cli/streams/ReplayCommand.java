package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.jobs.replay.ReplayConfig;
import io.ardmstream.jobs.replay.ReplayJob;
import io.ardmstream.jobs.run.JobReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code ardm replay}: the replay job on a Flink cluster in this process. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    customSynopsis = "ardm replay [--json] [--config FILE] [--verify-only] [--SETTING VALUE]...",
    description = {
      "Restore compressed Kafka topics to a topic or to files, on a Flink cluster in this process."
          + " With --verify-only, decode every record and check every checksum, but write nothing.",
      "config/replay.yaml explains every setting."
    })
public final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Report as JSON; short for --report json.")
  private boolean json;

  @Unmatched private final List<String> settings = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    if (json) {
      settings.addAll(List.of("--report", "json"));
    }
    ReplayConfig config = ReplayConfig.ofArguments(settings);
    spec.commandLine().getErr().println("Replaying " + config.input().topics() + " ...");
    JobReport report = ReplayJob.run(config);
    spec.commandLine().getOut().println(report.in(config.report()));
    return exitCode(report).number();
  }

  private static ExitCode exitCode(JobReport report) {
    if (!report.missing().isEmpty()) {
      return ExitCode.UNKNOWN_VERSION;
    }
    return report.deadLetters() == 0 ? ExitCode.OK : ExitCode.CORRUPT;
  }
}
