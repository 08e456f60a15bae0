package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.config.ReportFormat;
import io.ardmstream.jobs.config.Settings;
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

/** {@code ardm compress}: the compress job on a Flink cluster in this process. */
@Command(
    name = "compress",
    mixinStandardHelpOptions = true,
    customSynopsis =
        "ardm compress [--[no-]resume] [--fail-on-dead-letters] [--json] [--config FILE] [--SETTING VALUE]...",
    description = {
      "Compress Kafka topics of media, on a Flink cluster in this process.",
      "config/compress.yaml explains every setting."
    },
    footerHeading = "%nSettings asked for most:%n",
    footer = {
      "  --kafka.bootstrap-servers HOST:PORT   at least one broker",
      "  --input.topics TOPIC,...              topics to read",
      "  --output.topic TOPIC                  where encoded records go",
      "  --input.stop latest                   end after the last record there was at the start;",
      "                                          without it, topics are followed until Ctrl-C"
    })
public final class CompressCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ResumeFlags resume;

  @Option(
      names = "--fail-on-dead-letters",
      description = "Return 3 at the end if a record could not be encoded, instead of 0.")
  private boolean strict;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  @Unmatched private final List<String> settings = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Logging.job();
    resume.addTo(settings);
    CompressConfig config = CompressConfig.of(Settings.fromArguments(settings));
    Resumption resumption =
        Resumption.of(
            config.runtime(),
            config.kafka().bootstrapServers(),
            config.input().topics(),
            config.outputTopics());
    String start = "Compressing " + config.input().topics() + " ... " + resumption.sentence();
    PrintWriter err = spec.commandLine().getErr();
    JobReport report;
    try (JobWatch watch = new JobWatch(err)) {
      report =
          CompressJob.run(
              config.withRuntime(resumption.runtime()), () -> err.println(start), watch::show);
    }
    resumption.forget();
    JobEnd end = new JobEnd(report, config.destination().deadLetterTopic());
    end.print(json ? ReportFormat.JSON : ReportFormat.TEXT, spec.commandLine());
    boolean failed = strict && report.deadLetters() > 0;
    return (failed ? ExitCode.BAD_INPUT : ExitCode.OK).number();
  }
}
