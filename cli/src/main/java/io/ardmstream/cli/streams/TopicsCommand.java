package io.ardmstream.cli.streams;

import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.jobs.kafka.StreamTopics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm topics}: the topics of a stream. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = {
      "Make the topics that the jobs need for a stream: NAME for the raw records, NAME.ardm,"
          + " NAME.statistics, NAME.dead-letters, NAME.restored and NAME.replay-dead-letters. Those"
          + " that exist stay as they are."
    })
public final class TopicsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private KafkaFlags kafka;

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "The streams.")
  private List<String> names;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "2",
      description = "Partitions of each topic (default: ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      defaultValue = "-1",
      description = "Copies of each partition (default: what the brokers are set to).")
  private short replication;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logging.quiet();
    Properties client = kafka.client();
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "Making topics at "
            + client.getProperty("bootstrap.servers")
            + " ... (brokers that are just starting are waited for, three minutes at most)");
    err.flush();
    PrintWriter out = spec.commandLine().getOut();
    for (String name : names) {
      List<String> made = new StreamTopics(name).create(client, partitions, replication);
      out.println(made.isEmpty() ? name + ": all there already" : "made " + String.join(" ", made));
    }
    out.flush();
    return ExitCode.OK.number();
  }
}
