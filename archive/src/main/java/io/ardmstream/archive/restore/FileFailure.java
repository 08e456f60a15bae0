package io.ardmstream.archive.restore;

import io.ardmstream.archive.StoreFailure;
import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.failure.NewerFormatException;
import io.ardmstream.failure.UnknownModelException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;

/**
 * One file that could not be handled.
 *
 * @param name the file
 * @param kind what kind of failure it is
 * @param message what is wrong and what to do about it
 */
public record FileFailure(String name, Kind kind, String message) implements Serializable {

  /** Kinds of failures, as far as a caller may want to tell them apart. */
  public enum Kind {
    /** The original cannot be encoded as asked. */
    INPUT,
    /** What the archive holds is damaged. */
    CORRUPT,
    /** A model, or a version of the format, is not installed here. */
    UNKNOWN_MODEL,
    /** Reading or writing failed. */
    IO,
    /** A defect of this software. */
    DEFECT
  }

  /** What went wrong with a file. */
  public static FileFailure of(String name, Exception failure) {
    return new FileFailure(name, kind(failure), message(failure));
  }

  static FileFailure corrupt(String name, String message) {
    return new FileFailure(name, Kind.CORRUPT, message);
  }

  /** What went wrong with something that an archive holds: it is damaged, or cannot be reached. */
  public static FileFailure reading(String name, IOException failure) {
    Kind kind = failure instanceof StoreFailure ? Kind.IO : Kind.CORRUPT;
    return new FileFailure(name, kind, failure.getMessage());
  }

  private static Kind kind(Exception failure) {
    if (failure instanceof CorruptDataException || failure instanceof MissingRecordsException) {
      return Kind.CORRUPT;
    }
    if (failure instanceof UnknownModelException || failure instanceof NewerFormatException) {
      return Kind.UNKNOWN_MODEL;
    }
    if (failure instanceof ArdmException) {
      return Kind.INPUT;
    }
    return failure instanceof IOException || failure instanceof UncheckedIOException
        ? Kind.IO
        : Kind.DEFECT;
  }

  private static String message(Exception failure) {
    return failure instanceof ArdmException || failure.getClass() == IOException.class
        ? failure.getMessage()
        : failure.toString();
  }
}
