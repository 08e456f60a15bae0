package io.ardmstream.media;

/** What packed bytes often resemble. A published format. Safe for threads. */
public final class Dictionary {
  private final byte[] bytes;

  /** The model that has gone through the bytes, made when it is needed. */
  private volatile MixedBytes primed;

  public Dictionary(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The model of bytes that follow. */
  MixedBytes model() {
    MixedBytes known = primed;
    if (known == null) {
      known = MixedBytes.after(bytes);
      primed = known;
    }
    return known.copy();
  }
}
