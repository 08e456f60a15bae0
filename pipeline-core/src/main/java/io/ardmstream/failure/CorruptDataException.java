package io.ardmstream.failure;

import io.ardmstream.api.PublicApi;

/** An encoded record is damaged: a checksum, a length or a field does not hold. */
@PublicApi
public final class CorruptDataException extends ArdmException {
  private static final long serialVersionUID = 1L;

  /**
   * Describes the refusal.
   *
   * @param what what is wrong, without a full stop
   * @param where the place: an offset, a block, a field
   * @param remedy what to do about it, a whole sentence
   */
  public CorruptDataException(String what, String where, String remedy) {
    this(what, where, remedy, null);
  }

  /**
   * Describes the refusal and what led to it.
   *
   * @param what what is wrong, without a full stop
   * @param where the place: an offset, a block, a field
   * @param remedy what to do about it, a whole sentence
   * @param cause what led to it, or null
   */
  public CorruptDataException(String what, String where, String remedy, Throwable cause) {
    super(what, where, remedy, cause);
  }
}
