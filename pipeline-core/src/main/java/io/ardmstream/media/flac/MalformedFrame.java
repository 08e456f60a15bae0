package io.ardmstream.media.flac;

/** What was read is no frame, or one that a frame's fields and samples do not determine. */
final class MalformedFrame extends Exception {
  private static final long serialVersionUID = 1;

  MalformedFrame(String what) {
    super(what, null, false, false);
  }
}
