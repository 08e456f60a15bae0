package io.ardmstream.failure;

import java.util.Objects;

/**
 * A record was refused: what is wrong, where, and what to do about it.
 *
 * <p>The four final subclasses are the only kinds there are: a caller that maps each of them to an
 * exit code or a dead letter has forgotten none.
 */
public abstract sealed class ArdmException extends RuntimeException
    permits CorruptDataException,
        NewerFormatException,
        UnknownModelException,
        UnsupportedInputException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String where;
  private final String remedy;

  ArdmException(String what, String where, String remedy, Throwable cause) {
    super(what + " (" + where + "). " + remedy, cause);
    this.what = Objects.requireNonNull(what, "what");
    this.where = Objects.requireNonNull(where, "where");
    this.remedy = Objects.requireNonNull(remedy, "remedy");
  }

  /** What is wrong, without a full stop at its end. */
  public final String what() {
    return what;
  }

  /** The place: an offset, a chunk, a block, a field. */
  public final String where() {
    return where;
  }

  /** What the reader of the message can do about it, a whole sentence. */
  public final String remedy() {
    return remedy;
  }
}
