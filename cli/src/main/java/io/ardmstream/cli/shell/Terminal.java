package io.ardmstream.cli.shell;

import java.io.PrintWriter;

/** Whether somebody is watching. */
public final class Terminal {
  private Terminal() {}

  /**
   * Whether standard error is a terminal. The launcher script knows; {@link System#console} does
   * not, it looks at standard input and output.
   */
  public static boolean isWatched() {
    return Boolean.getBoolean("ardm.terminal");
  }

  /** Makes room for a line where a progress bar may stand; the bar comes back below it. */
  public static void makeRoom(PrintWriter err) {
    if (isWatched()) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
