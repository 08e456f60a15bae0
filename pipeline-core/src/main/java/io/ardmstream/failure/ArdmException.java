package io.ardmstream.failure;

import io.ardmstream.api.PublicApi;

/**
 * A record was refused: what is wrong, where, and what to do about it.
 *
 * <p>The five final subclasses are the only kinds there are: a caller that maps each of them to an
 * exit code or a dead letter has forgotten none.
 */
@PublicApi
public abstract sealed class ArdmException extends RuntimeException
    permits CorruptDataException,
        MissingRecordsException,
        NewerFormatException,
        UnknownModelException,
        UnsupportedInputException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_PART = 1000;

  private final String what;
  private final String where;
  private final String remedy;

  ArdmException(String what, String where, String remedy, Throwable cause) {
    super(excerpt(what) + " (" + excerpt(where) + "). " + excerpt(remedy), cause);
    this.what = excerpt(what);
    this.where = excerpt(where);
    this.remedy = excerpt(remedy);
  }

  /** What is quoted from input may be as long as the input. */
  private static String excerpt(String text) {
    return Excerpt.of(text, LONGEST_PART);
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
