package io.ardmstream.media;

/** One file format: takes files apart and puts them together again. */
public interface MediaFormat {

  /** The type that files of this format get, unless they are kept opaque. */
  FileFormat type();

  /** Whether the first bytes say that this is the format; the rest may still be damaged. */
  boolean recognises(byte[] file);

  /** The same format, taken apart so that every byte comes back. */
  default MediaFormat exact() {
    return this;
  }

  /** Samples that the first bytes of a file claim; no more than bytes where it packs none. */
  default long claimedSamples(byte[] file) {
    return file.length;
  }

  /**
   * Takes a file apart that {@link #recognises} accepts. A valid file of a variant whose samples
   * are not understood (compressed, floating point) becomes {@link FileFormat#OPAQUE} with the
   * reason.
   *
   * @throws io.ardmstream.failure.UnsupportedInputException when it is damaged or beyond the limits
   */
  Media parse(byte[] file, Limits limits);

  /**
   * Puts together what {@link #parse} took apart.
   *
   * @throws io.ardmstream.failure.CorruptDataException when the foreign bytes do not fit the layout
   */
  byte[] restore(Media media);

  /**
   * Puts a file together of which some samples are wrong: one with these samples, where the exact
   * bytes hang on the right ones.
   */
  default byte[] restoreDamaged(Media media) {
    return restore(media);
  }
}
