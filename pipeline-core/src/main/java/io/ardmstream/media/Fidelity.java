package io.ardmstream.media;

/** What comes back when a file is restored. */
public enum Fidelity {
  /** The file, byte for byte. */
  BYTES(1),
  /** The same samples and the same metadata, perhaps compressed differently inside the file. */
  SAMPLES(2);

  private final int code;

  Fidelity(int code) {
    this.code = code;
  }

  /** The number that stands for this fidelity in encoded records, 1 to 255, never reused. */
  public int code() {
    return code;
  }
}
