package io.ardmstream.failure;

import io.ardmstream.api.PublicApi;

/** An encoded record leans on records before it that are not at hand, or cannot be decoded. */
@PublicApi
public final class MissingRecordsException extends ArdmException {
  private static final long serialVersionUID = 1L;

  /**
   * Describes the refusal.
   *
   * @param what what is wrong, without a full stop
   * @param where the place: the record of its group
   * @param remedy what to do about it, a whole sentence
   */
  public MissingRecordsException(String what, String where, String remedy) {
    super(what, where, remedy, null);
  }
}
