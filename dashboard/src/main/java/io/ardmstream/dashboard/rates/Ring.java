package io.ardmstream.dashboard.rates;

import java.util.Arrays;

/** The latest windows of one length; the newest replaces the oldest. */
final class Ring {

  private final long length;
  private final Totals[] windows;
  private long newest;

  /**
   * An empty ring.
   *
   * @param length of a window in milliseconds
   * @param capacity number of windows
   */
  Ring(long length, int capacity) {
    this.length = length;
    this.windows = new Totals[capacity];
    this.newest = Long.MIN_VALUE;
  }

  /** Adds to the window of a time, in milliseconds of the epoch; what is too old is left out. */
  void add(long time, Totals totals) {
    long number = Math.floorDiv(time, length);
    if (number > newest) {
      moveTo(number);
    }
    if (number > newest - windows.length) {
      int slot = slot(number);
      windows[slot] = windows[slot] == null ? totals : windows[slot].plus(totals);
    }
  }

  /** The sums of the window with this number, counted from the epoch. */
  Totals window(long number) {
    if (number > newest || number <= newest - windows.length) {
      return Totals.NONE;
    }
    Totals window = windows[slot(number)];
    return window == null ? Totals.NONE : window;
  }

  private void moveTo(long number) {
    if (newest == Long.MIN_VALUE || number - newest >= windows.length) {
      Arrays.fill(windows, null);
    } else {
      for (long passed = newest + 1; passed <= number; passed++) {
        windows[slot(passed)] = null;
      }
    }
    newest = number;
  }

  private int slot(long number) {
    return (int) Math.floorMod(number, (long) windows.length);
  }
}
