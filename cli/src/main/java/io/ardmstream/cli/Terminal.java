package io.ardmstream.cli;

/** Whether somebody is watching. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether standard error is a terminal. The launcher script knows; {@link System#console} does
   * not, it looks at standard input and output.
   */
  static boolean isWatched() {
    return Boolean.getBoolean("ardm.terminal");
  }
}
