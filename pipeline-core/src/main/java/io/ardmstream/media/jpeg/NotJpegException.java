package io.ardmstream.media.jpeg;

/** Bytes that this package leaves alone; only ever seen inside of it. */
final class NotJpegException extends Exception {
  private static final long serialVersionUID = 1L;

  NotJpegException(String reason) {
    super(reason, null, false, false);
  }
}
