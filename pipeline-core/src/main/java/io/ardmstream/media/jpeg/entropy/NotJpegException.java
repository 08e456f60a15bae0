package io.ardmstream.media.jpeg.entropy;

/** Bytes that this package leaves alone; only ever seen inside of it. */
public final class NotJpegException extends Exception {
  private static final long serialVersionUID = 1L;

  public NotJpegException(String reason) {
    super(reason, null, false, false);
  }
}
