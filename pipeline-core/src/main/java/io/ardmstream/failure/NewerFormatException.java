package io.ardmstream.failure;

import io.ardmstream.api.PublicApi;

/** An encoded record was written by a newer version of the format than this program knows. */
@PublicApi
public final class NewerFormatException extends ArdmException {
  private static final long serialVersionUID = 1L;

  /**
   * Describes the refusal.
   *
   * @param what what is wrong, without a full stop
   * @param where the place: the field that says so
   * @param remedy what to do about it, a whole sentence
   */
  public NewerFormatException(String what, String where, String remedy) {
    this(what, where, remedy, null);
  }

  /**
   * Describes the refusal and what led to it.
   *
   * @param what what is wrong, without a full stop
   * @param where the place: the field that says so
   * @param remedy what to do about it, a whole sentence
   * @param cause what led to it, or null
   */
  public NewerFormatException(String what, String where, String remedy, Throwable cause) {
    super(what, where, remedy, cause);
  }
}
