package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.dashboard.Dashboard;
import io.ardmstream.dashboard.topic.KafkaSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ardm dashboard}: the rates as a web page. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    description = {
      "Show the rates as a web page, live from the statistics topic of a compress job.",
      "The page is read-only. It has no passwords: on a --host other than localhost everybody who"
          + " can reach it sees the names of streams and records, and small pictures of them."
    })
public final class DashboardCommand implements Callable<Integer> {
  private static final int MOST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Mixin private MessageFlags kafka;

  @Option(
      names = "--statistics-topic",
      paramLabel = "TOPIC",
      required = true,
      description = "Topic of the statistics: output.statistics-topic of the compress job.")
  private String statistics;

  @Option(
      names = "--encoded-topic",
      paramLabel = "TOPIC",
      description = "Topic of the encoded records, to look into single records.")
  private Optional<String> encoded = Optional.empty();

  @Option(
      names = "--dead-letter-topic",
      paramLabel = "TOPIC",
      description = "Topic of the dead letters, to show what was refused and why.")
  private Optional<String> letters = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "HOURS",
      defaultValue = "24",
      description =
          "Hours to look back at the start, by Kafka timestamps (default: ${DEFAULT-VALUE}).")
  private int since;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "127.0.0.1",
      description = "Address to listen at (default: ${DEFAULT-VALUE}, this machine alone).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + Dashboard.DEFAULT_PORT,
      description = "Port to listen at; 0: any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--max-series",
      paramLabel = "N",
      defaultValue = "1500",
      description =
          "Most pairs of stream and model that are kept, up to 200 KB of memory each; beyond, the"
              + " longest silent is forgotten (default: ${DEFAULT-VALUE}).")
  private int maxSeries;

  @Override
  public Integer call() throws Exception {
    if (port < 0 || port > MOST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port has to be a number from 0 to " + MOST_PORT + ".");
    }
    Logging.quiet();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
    try (Dashboard page = Dashboard.start(source(), address, Math.max(1, maxSeries))) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Rates of " + statistics + " at " + page.address() + " until Ctrl-C");
      out.flush();
      new CountDownLatch(1).await();
    }
    return ExitCode.OK.number();
  }

  private KafkaSource source() throws IOException {
    return new KafkaSource(
        kafka.client(),
        kafka.wire(),
        statistics,
        encoded,
        letters,
        Duration.ofHours(Math.max(0, since)));
  }
}
