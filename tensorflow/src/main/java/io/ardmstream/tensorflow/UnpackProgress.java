package io.ardmstream.tensorflow;

import java.io.PrintStream;

/**
 * One line that grows while the libraries are unpacked. It needs no cursor movement, so it reads
 * well on a terminal and in a log.
 */
final class UnpackProgress {
  private static final int STEP_PERCENT = 10;

  private final PrintStream out;
  private final long total;
  private long done;
  private int shownPercent;

  UnpackProgress(PrintStream out, long total) {
    this.out = out;
    this.total = Math.max(1, total);
  }

  void start(String target) {
    out.print("Unpacking native TensorFlow (" + (total >> 20) + " MiB, once) to " + target + ":");
    out.flush();
  }

  void advance(long bytes) {
    done += bytes;
    while (done * 100 >= (shownPercent + STEP_PERCENT) * total && shownPercent < 100) {
      shownPercent += STEP_PERCENT;
      out.print(" " + shownPercent + "%");
      out.flush();
    }
  }

  void finish() {
    out.println();
    out.flush();
  }
}
