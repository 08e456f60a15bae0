package io.ardmstream.failure;

/** What users can do about input that cannot be taken apart, in the same words everywhere. */
public final class Remedy {

  /** The end of a sentence that says to keep the input: as what, and by which setting. */
  public static final String AS_OPAQUE_BYTES =
      "as opaque bytes (--opaque; in jobs input.unrecognised: store).";

  /** For a file of a known format that is damaged. */
  public static final String REPAIR_OR_KEEP = "Repair the file, or have it kept " + AS_OPAQUE_BYTES;

  private Remedy() {}
}
