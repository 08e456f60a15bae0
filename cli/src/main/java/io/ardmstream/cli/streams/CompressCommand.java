package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code ardm compress}: the compress job on a Flink cluster in this process. */
@Command(
    name = "compress",
    mixinStandardHelpOptions = true,
    customSynopsis = "ardm compress [--config FILE] [--SETTING VALUE]...",
    description = {
      "Compress Kafka topics of media, on a Flink cluster in this process.",
      "config/compress.yaml explains every setting."
    })
public final class CompressCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Unmatched private final List<String> settings = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    CompressConfig config = CompressConfig.of(Settings.fromArguments(settings));
    spec.commandLine().getErr().println("Compressing " + config.input().topics() + " ...");
    spec.commandLine().getOut().println(CompressJob.run(config));
    return ExitCode.OK.number();
  }
}
