package io.ardmstream.schema.registry;

import java.io.IOException;

/** The schema registry does not answer, or refuses; the message says why and what to do. */
public final class RegistryException extends IOException {

  private static final long serialVersionUID = 1L;

  RegistryException(String message) {
    super(message);
  }

  RegistryException(String message, Throwable cause) {
    super(message, cause);
  }
}
