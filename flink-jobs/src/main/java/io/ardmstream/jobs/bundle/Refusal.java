package io.ardmstream.jobs.bundle;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.Excerpt;
import io.ardmstream.failure.MissingRecordsException;
import io.ardmstream.failure.NewerFormatException;
import io.ardmstream.failure.UnknownModelException;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.schema.ErrorClass;
import io.ardmstream.schema.FailedStep;

/**
 * Why a record could not be handled.
 *
 * @param step the step that could not
 * @param error the kind of failure
 * @param message what is wrong and what to do about it
 */
public record Refusal(FailedStep step, ErrorClass error, String message) {
  /** Longest message, in characters, so that there is always room for it in a dead letter. */
  private static final int LONGEST_MESSAGE = 2000;

  public Refusal {
    message = Excerpt.of(message, LONGEST_MESSAGE);
  }

  public static Refusal of(FailedStep step, ArdmException failure) {
    if (failure.getCause() instanceof OutOfMemoryError) {
      return tooLargeForMemory(step);
    }
    return new Refusal(step, classOf(failure), failure.getMessage());
  }

  /** The same for a letter that lacks something of the record. */
  Refusal lacking(String missing) {
    return new Refusal(step, error, missing + message);
  }

  public static Refusal defect(FailedStep step, Throwable defect) {
    if (defect instanceof OutOfMemoryError) {
      return tooLargeForMemory(step);
    }
    StackTraceElement[] trace = defect.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    return new Refusal(
        step,
        ErrorClass.INTERNAL,
        "A defect of this software: " + defect + place + ". Please report it with this record.");
  }

  private static Refusal tooLargeForMemory(FailedStep step) {
    return new Refusal(
        step,
        ErrorClass.TOO_LARGE,
        "The record does not fit into the heap of %d MB. Give the TaskManager more memory, or lower input.max-record-bytes to what its heap can hold, and replay this letter."
            .formatted(Runtime.getRuntime().maxMemory() >> 20));
  }

  public static Refusal tooLarge(FailedStep step, String setting) {
    return new Refusal(
        step,
        ErrorClass.TOO_LARGE,
        "The record is larger than the setting "
            + setting
            + " allows. Raise it, and max.message.bytes of the topics, and replay this letter.");
  }

  /** A compacted topic cannot hold the record, and the broker would refuse the whole job for it. */
  public static Refusal keyless() {
    return new Refusal(
        FailedStep.WRITE,
        ErrorClass.UNSUPPORTED_INPUT,
        "The record has no key, and a compacted output topic takes none without. Write records with"
            + " keys, or set cleanup.policy=delete on the output topic.");
  }

  private static ErrorClass classOf(ArdmException failure) {
    if (failure instanceof CorruptDataException) {
      return ErrorClass.CORRUPT_DATA;
    }
    if (failure instanceof MissingRecordsException) {
      return ErrorClass.MISSING_RECORDS;
    }
    if (failure instanceof UnknownModelException) {
      return ErrorClass.UNKNOWN_MODEL;
    }
    if (failure instanceof NewerFormatException) {
      return ErrorClass.NEWER_FORMAT;
    }
    return failure instanceof UnsupportedInputException
        ? ErrorClass.UNSUPPORTED_INPUT
        : ErrorClass.UNKNOWN;
  }
}
