package io.ardmstream.archive;

import java.io.IOException;

/** A store does not answer, which says nothing of what it holds. */
public final class StoreFailure extends IOException {

  private static final long serialVersionUID = 1L;

  public StoreFailure(String message, IOException cause) {
    super(message, cause);
  }
}
