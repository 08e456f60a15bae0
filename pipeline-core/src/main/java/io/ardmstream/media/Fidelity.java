package io.ardmstream.media;

/** What comes back when a file is restored. */
public enum Fidelity {
  /** The file, byte for byte. */
  BYTES,
  /** The same samples and the same metadata, perhaps compressed differently inside the file. */
  SAMPLES
}
