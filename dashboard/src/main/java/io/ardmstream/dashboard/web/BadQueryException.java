package io.ardmstream.dashboard.web;

/** A request that cannot be understood; the message says what and what would be right. */
public final class BadQueryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadQueryException(String message) {
    super(message);
  }
}
