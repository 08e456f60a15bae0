package io.ardmstream.failure;

import io.ardmstream.api.PublicApi;

/** An encoded record names a model that is not installed here. */
@PublicApi
public final class UnknownModelException extends ArdmException {
  private static final long serialVersionUID = 1L;

  /**
   * Describes the refusal.
   *
   * @param what what is wrong, without a full stop
   * @param where the place: the block or record that names it
   * @param remedy what to do about it, a whole sentence
   */
  public UnknownModelException(String what, String where, String remedy) {
    this(what, where, remedy, null);
  }

  /**
   * Describes the refusal and what led to it.
   *
   * @param what what is wrong, without a full stop
   * @param where the place: the block or record that names it
   * @param remedy what to do about it, a whole sentence
   * @param cause what led to it, or null
   */
  public UnknownModelException(String what, String where, String remedy, Throwable cause) {
    super(what, where, remedy, cause);
  }
}
