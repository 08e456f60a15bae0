package io.ardmstream.dashboard.rates;

import java.util.Arrays;

/**
 * A stretch of time, in whole windows.
 *
 * @param resolution length of the windows
 * @param first number of the first window, counted from the epoch
 * @param last number of the last window
 */
public record WindowSpan(Resolution resolution, long first, long last) {

  /** Most windows of a span. */
  private static final int MOST = 400;

  /**
   * The windows that overlap a time, in the finest resolution that is kept for it.
   *
   * @param from begin, in milliseconds of the epoch
   * @param to end
   * @param now the present
   */
  public static WindowSpan of(long from, long to, long now) {
    Resolution resolution = Resolution.reaching(Math.max(0, now - from));
    long last = Math.floorDiv(Math.max(from, Math.min(to, now)), resolution.millis());
    long first = Math.floorDiv(from, resolution.millis());
    return new WindowSpan(resolution, Math.max(first, last - MOST + 1), last);
  }

  public int windows() {
    return (int) (last - first + 1);
  }

  /** Begin of the first window in milliseconds of the epoch. */
  public long from() {
    return first * resolution.millis();
  }

  /** End of the last window in milliseconds of the epoch. */
  public long to() {
    return (last + 1) * resolution.millis();
  }

  public Totals[] empty() {
    Totals[] windows = new Totals[windows()];
    Arrays.fill(windows, Totals.NONE);
    return windows;
  }
}
