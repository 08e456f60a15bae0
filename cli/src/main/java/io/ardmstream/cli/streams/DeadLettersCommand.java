package io.ardmstream.cli.streams;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ardm dead-letters}: the records that jobs could not handle. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    description = "Look at the records that a job could not handle, or send them once more.",
    subcommands = {ListLettersCommand.class, ReplayLettersCommand.class})
public final class DeadLettersCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: list or replay.");
  }
}
