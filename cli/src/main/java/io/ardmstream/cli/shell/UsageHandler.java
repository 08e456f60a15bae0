package io.ardmstream.cli.shell;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in a line what is wrong with the arguments, and where to read on: a page of all options
 * would push that out of sight. Whoever named no command sees all commands.
 */
public final class UsageHandler implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("ardm: " + wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, err);
    if (command.getParent() == null) {
      command.usage(err);
    } else {
      err.println("Read " + command.getCommandSpec().qualifiedName() + " --help.");
    }
    return ExitCode.USAGE.number();
  }
}
