package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.demo.LocalBroker;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ardm broker}: a Kafka broker in this process. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = {
      "Run a Kafka broker in this process, for one user on this machine, to try things out.",
      "It listens on the loopback address only and keeps its data for the next time."
    })
public final class BrokerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "9092",
      description = "Port to listen at (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--directory",
      paramLabel = "FOLDER",
      defaultValue = "ardm-broker",
      description = "Folder for its data; made if it is not there (default: ./${DEFAULT-VALUE}).")
  private Path directory;

  @Override
  public Integer call() throws Exception {
    Logging.quiet();
    LocalBroker broker = LocalBroker.startAt(port, directory.toAbsolutePath());
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-close"));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Kafka at " + broker.bootstrapServers() + " until Ctrl-C, data in " + directory);
    out.flush();
    new CountDownLatch(1).await();
    return ExitCode.OK.number();
  }
}
