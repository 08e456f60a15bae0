package io.ardmstream.cli.shell;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.failure.NewerFormatException;
import io.ardmstream.failure.UnknownModelException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.run.FlinkPlugins;
import io.ardmstream.jobs.run.ReplayStoppedException;
import io.ardmstream.tensorflow.NativeLibraryException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a command returns to the shell; part of the interface, so numbers never change. */
public enum ExitCode {
  OK(0),
  /** Never on purpose: a defect of the program. */
  DEFECT(1),
  USAGE(2),
  BAD_INPUT(3),
  CORRUPT(4),
  /** The encoded record needs a model, a version of the format, or records that are not here. */
  UNKNOWN_VERSION(5),
  INPUT_OUTPUT(6);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public static ExitCode of(Throwable failure) {
    if (failure instanceof ArdmException refused) {
      return of(refused);
    }
    if (failure instanceof ReplayStoppedException stopped) {
      return of(stopped.reason());
    }
    if (failure instanceof ConfigurationException) {
      return USAGE;
    }
    if (failure instanceof IOException
        || failure instanceof UncheckedIOException
        || failure instanceof NativeLibraryException
        || FlinkPlugins.hasThrown(failure)) {
      return INPUT_OUTPUT;
    }
    return DEFECT;
  }

  private static ExitCode of(ArdmException refused) {
    if (refused instanceof CorruptDataException) {
      return CORRUPT;
    }
    if (refused instanceof UnsupportedInputException) {
      return BAD_INPUT;
    }
    if (refused instanceof UnknownModelException
        || refused instanceof NewerFormatException
        || refused instanceof MissingRecordsException) {
      return UNKNOWN_VERSION;
    }
    throw new AssertionError(refused);
  }
}
