package io.ardmstream.media;

import io.ardmstream.failure.Remedy;
import io.ardmstream.failure.UnsupportedInputException;
import java.util.Locale;

/** The checks of one format on its input: each either holds or refuses the file with its place. */
public record Check(String format) {

  /** Refuses the file unless the check holds; the text says what is wrong. */
  public void that(boolean holds, long offset, String what, Object... values) {
    in("byte " + offset, holds, what, values);
  }

  /** The same for a place that has a name instead of an offset. */
  public void in(String place, boolean holds, String what, Object... values) {
    if (!holds) {
      throw refused(place, String.format(Locale.ROOT, what, values));
    }
  }

  public UnsupportedInputException refused(String place, String what) {
    return new UnsupportedInputException(format + ": " + what, place, Remedy.REPAIR_OR_KEEP);
  }
}
