package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.jobs.replay.ReplayConfig;
import io.ardmstream.jobs.replay.ReplayJob;
import io.ardmstream.jobs.replay.ReplayTarget;
import io.ardmstream.jobs.run.JobReport;
import io.ardmstream.jobs.run.Resumption;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    },
    footerHeading = "%nSettings asked for most:%n",
    footer = {
      "  --kafka.bootstrap-servers HOST:PORT   at least one broker",
      "  --input.topics TOPIC,...              topics that the compress job wrote",
      "  --output.topic TOPIC                  where restored records go, or",
      "  --output.directory FOLDER             files instead, in a folder for each stream",
      "  --input.stop never                    follow the topics until Ctrl-C; without it, end",
      "                                          after the last record there was at the start"
    })
public final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ResumeFlags resume;

  @Option(names = "--json", description = "Report as JSON; short for --report json.")
  private boolean json;

  @Unmatched private final List<String> settings = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Logging.job();
    if (json) {
      settings.addAll(List.of("--report", "json"));
    }
    resume.addTo(settings);
    ReplayConfig config = ReplayConfig.ofArguments(settings);
    if (config.target() instanceof ReplayTarget.Directory target) {
      target.make();
    }
    Resumption resumption =
        Resumption.of(
            config.runtime(),
            config.kafka().bootstrapServers(),
            config.input().topics(),
            destinations(config));
    String start = "Replaying " + config.input().topics() + " ... " + resumption.sentence();
    PrintWriter err = spec.commandLine().getErr();
    JobReport report;
    try (JobWatch watch = new JobWatch(err)) {
      report =
          ReplayJob.run(
              config.withRuntime(resumption.runtime()), () -> err.println(start), watch::show);
    }
    resumption.forget();
    boolean writes = !config.outputTopics().isEmpty();
    new JobEnd(report, writes ? config.destination().deadLetterTopic() : "")
        .print(config.report(), spec.commandLine());
    return exitCode(report).number();
  }

  /** Replays of the same topics to somewhere else are other jobs. */
  private static List<String> destinations(ReplayConfig config) {
    return List.of(config.target().toString(), config.outputTopics().toString());
  }

  private static ExitCode exitCode(JobReport report) {
    if (!report.missing().isEmpty()) {
      return ExitCode.UNKNOWN_VERSION;
    }
    return report.deadLetters() == 0 ? ExitCode.OK : ExitCode.CORRUPT;
  }
}
