package io.ardmstream.deflate.huffman;

import io.ardmstream.failure.CorruptDataException;
import io.ardmstream.failure.Remedy;
import io.ardmstream.failure.UnsupportedInputException;

/** What is said of streams that break RFC 1951, and of corrections that no encoder writes. */
public final class Damage {
  private Damage() {}

  /** Refuses a stream unless the check holds. */
  public static void unless(boolean holds, int position, String what) {
    if (!holds) {
      throw new UnsupportedInputException(
          "DEFLATE: " + what, "byte " + position, Remedy.REPAIR_OR_KEEP);
    }
  }

  /** Refuses corrections unless the check holds. */
  public static void unlessCorrect(boolean holds, String what) {
    if (!holds) {
      throw new CorruptDataException(
          "The corrections of a DEFLATE stream " + what,
          "the foreign bytes",
          "Fetch the encoded record again from where it came.");
    }
  }
}
