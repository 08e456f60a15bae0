package io.ardmstream.jobs.replay;

import io.ardmstream.failure.ArdmException;

/** A replay ended at a record that only a later installation can decode, as it was told to. */
public final class ReplayStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReplayStoppedException(String record, ArdmException reason) {
    super(
        "stopped at "
            + record
            + " as on-unknown-model says: "
            + reason.getMessage()
            + " A replay with --verify-only lists all that is missing.",
        reason);
  }

  /** Why the record cannot be decoded here. */
  public ArdmException reason() {
    return (ArdmException) getCause();
  }
}
