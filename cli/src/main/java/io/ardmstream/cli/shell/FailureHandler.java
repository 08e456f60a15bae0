package io.ardmstream.cli.shell;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one line on standard error and an exit code. */
public final class FailureHandler implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    ExitCode code = ExitCode.of(failure);
    if (code == ExitCode.DEFECT) {
      failure.printStackTrace(command.getErr());
    } else {
      command.getErr().println("ardm: " + Messages.of(failure));
    }
    return code.number();
  }
}
