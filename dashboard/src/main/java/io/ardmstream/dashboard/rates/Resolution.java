package io.ardmstream.dashboard.rates;

import java.util.Arrays;
import java.util.Comparator;

/** The lengths of windows that are kept, and how many of each. */
public enum Resolution {
  /** Five minutes of them. */
  SECOND(1_000, 300),
  /** Six hours of them. */
  MINUTE(60_000, 360),
  /** A week of them. */
  HOUR(3_600_000, 168);

  private final long millis;
  private final int windows;

  Resolution(long millis, int windows) {
    this.millis = millis;
    this.windows = windows;
  }

  /** Length of a window in milliseconds. */
  public long millis() {
    return millis;
  }

  Ring ring() {
    // one more, because the oldest and the newest of a span are seldom whole
    return new Ring(millis, windows + 1);
  }

  /** The finest that reaches back that far; the coarsest if none does. */
  static Resolution reaching(long millisBack) {
    return Arrays.stream(values())
        .filter(each -> each.millis * each.windows >= millisBack)
        .min(Comparator.naturalOrder())
        .orElse(HOUR);
  }
}
