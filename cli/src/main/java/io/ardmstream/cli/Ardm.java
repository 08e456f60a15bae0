package io.ardmstream.cli;

import io.ardmstream.archive.PathText;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.cli.archives.ArchiveIndexCommand;
import io.ardmstream.cli.archives.BackfillCommand;
import io.ardmstream.cli.archives.RecompressCommand;
import io.ardmstream.cli.archives.RestoreCommand;
import io.ardmstream.cli.archives.VerifyCommand;
import io.ardmstream.cli.bench.BenchCommand;
import io.ardmstream.cli.files.DecodeCommand;
import io.ardmstream.cli.files.EncodeCommand;
import io.ardmstream.cli.files.InfoCommand;
import io.ardmstream.cli.models.SampleCommand;
import io.ardmstream.cli.models.SelfTestCommand;
import io.ardmstream.cli.models.TrainCommand;
import io.ardmstream.cli.serve.ServeCommand;
import io.ardmstream.cli.shell.FailureHandler;
import io.ardmstream.cli.shell.PointInTime;
import io.ardmstream.cli.shell.UsageHandler;
import io.ardmstream.cli.shell.Version;
import io.ardmstream.cli.streams.BrokerCommand;
import io.ardmstream.cli.streams.CompressCommand;
import io.ardmstream.cli.streams.DashboardCommand;
import io.ardmstream.cli.streams.DeadLettersCommand;
import io.ardmstream.cli.streams.DemoCommand;
import io.ardmstream.cli.streams.ProduceCommand;
import io.ardmstream.cli.streams.RatesCommand;
import io.ardmstream.cli.streams.ReplayCommand;
import io.ardmstream.cli.streams.TopicsCommand;
import io.ardmstream.jobs.run.FlinkPlugins;
import io.ardmstream.likelihood.registry.PublishedModels;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code ardm}: one subcommand for each thing to do. */
@Command(
    name = "ardm",
    description =
        "Lossless compression of images and audio with likelihood models: networks of one generation"
            + " order, in the data parametrisation of Autoregressive Diffusion Models, and networks"
            + " for any order that you train.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a defect of this program",
      "2:wrong usage",
      "3:input that cannot be encoded",
      "4:corrupt encoded data",
      "5:unknown model or newer format",
      "6:reading or writing failed",
    })
public final class Ardm implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          EncodeCommand.class,
          DecodeCommand.class,
          VerifyCommand.class,
          InfoCommand.class,
          BenchCommand.class,
          SelfTestCommand.class,
          CompressCommand.class,
          ReplayCommand.class,
          BackfillCommand.class,
          RestoreCommand.class,
          RecompressCommand.class,
          ArchiveIndexCommand.class,
          RatesCommand.class,
          DashboardCommand.class,
          DemoCommand.class,
          DeadLettersCommand.class,
          BrokerCommand.class,
          TopicsCommand.class,
          ProduceCommand.class,
          ServeCommand.class,
          TrainCommand.class,
          SampleCommand.class);

  private static final Set<Class<?>> WITHOUT_NETWORKS =
      Set.of(
          InfoCommand.class,
          ArchiveIndexCommand.class,
          RatesCommand.class,
          DeadLettersCommand.class,
          BrokerCommand.class,
          TopicsCommand.class,
          ProduceCommand.class);

  private static final String ENGINE = "--engine";

  @Spec private CommandSpec spec;

  /** For all commands: whatever they open of models is opened later. */
  @Option(
      names = ENGINE,
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "What evaluates the networks of models: java, tensorflow, or auto (default), which takes"
              + " TensorFlow where there is a graphics card. The bytes are the same.")
  private void choose(String engine) {
    try {
      System.setProperty(PublishedModels.ENGINE, InferenceEngine.named(engine).name());
    } catch (IllegalArgumentException unknown) {
      throw new ParameterException(spec.commandLine(), "--engine: " + unknown.getMessage());
    }
  }

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    FlinkPlugins.install();
    int code = commandLine(args).execute(Arguments.of(args));
    System.out.flush();
    System.exit(code);
  }

  /**
   * What understands these arguments. To take apart all commands takes longer than to encode a
   * small picture, so that it is done only for those who ask for all.
   */
  static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new Ardm());
    COMMANDS.stream().filter(command -> isNamed(command, args)).forEach(line::addSubcommand);
    if (line.getSubcommands().isEmpty()) {
      COMMANDS.forEach(line::addSubcommand);
    }
    line.getSubcommands().values().forEach(Ardm::hideEngine);
    return line.registerConverter(Path.class, PathText::path)
        .registerConverter(Instant.class, PointInTime::of)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UsageHandler())
        .setExecutionExceptionHandler(new FailureHandler());
  }

  /** Commands that evaluate no network understand the flag, for scripts, and don't show it. */
  private static void hideEngine(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (WITHOUT_NETWORKS.contains(spec.userObject().getClass())) {
      spec.addOption(removeEngine(spec).toBuilder().hidden(true).build());
    }
  }

  /** An option that commands below inherit is given to them again, so theirs goes first. */
  private static OptionSpec removeEngine(CommandSpec spec) {
    spec.subcommands().values().forEach(command -> removeEngine(command.getCommandSpec()));
    OptionSpec engine = spec.findOption(ENGINE);
    spec.remove(engine);
    return engine;
  }

  private static boolean isNamed(Class<?> command, String... args) {
    return args.length > 0 && command.getAnnotation(Command.class).name().equals(args[0]);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: name a command.");
  }
}
