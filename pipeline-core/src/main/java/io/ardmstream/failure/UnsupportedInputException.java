package io.ardmstream.failure;

import io.ardmstream.api.PublicApi;

/**
 * Input that cannot be encoded as asked: damaged, of an unknown kind, beyond a limit, or not of the
 * declared shape.
 */
@PublicApi
public final class UnsupportedInputException extends ArdmException {
  private static final long serialVersionUID = 1L;

  /**
   * Describes the refusal.
   *
   * @param what what is wrong, without a full stop
   * @param where the place: an offset, a chunk, a header field
   * @param remedy what to do about it, a whole sentence
   */
  public UnsupportedInputException(String what, String where, String remedy) {
    this(what, where, remedy, null);
  }

  /**
   * The refusal of what does not fit into the memory of this process.
   *
   * @param where the place, as for others
   */
  public static UnsupportedInputException beyondHeap(String where, OutOfMemoryError cause) {
    return new UnsupportedInputException(
        "It does not fit into the heap of %d MB".formatted(Runtime.getRuntime().maxMemory() >> 20),
        where,
        "Give the process more memory, such as -Xmx4g, or lower the limits.",
        cause);
  }

  /**
   * Describes the refusal and what led to it.
   *
   * @param what what is wrong, without a full stop
   * @param where the place: an offset, a chunk, a header field
   * @param remedy what to do about it, a whole sentence
   * @param cause what led to it, or null
   */
  public UnsupportedInputException(String what, String where, String remedy, Throwable cause) {
    super(what, where, remedy, cause);
  }
}
