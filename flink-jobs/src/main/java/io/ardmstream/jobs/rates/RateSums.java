package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** Adds windows of the same stream, model and kind of media: window by window, or all. */
public final class RateSums {

  private final boolean byTime;
  private final TreeMap<String, RateWindow> sums = new TreeMap<>();

  /**
   * Begins with nothing.
   *
   * @param byTime whether every window is a sum of its own; otherwise sums span all that was added
   */
  public RateSums(boolean byTime) {
    this.byTime = byTime;
  }

  /** Adds a window. */
  public void add(RateWindow window) {
    sums.merge(key(window), window, RateSums::spanning);
  }

  /** The sums so far, by stream and model, the earliest first. */
  public Collection<RateWindow> all() {
    return sums.values();
  }

  /** The sum of all; of stream, model and media only the times mean anything. */
  public Optional<RateWindow> total() {
    return sums.values().stream().reduce(RateSums::spanning);
  }

  private String key(RateWindow window) {
    String time = byTime ? "%020d".formatted(window.getWindowStart().toEpochMilli()) : "";
    String model = window.getModel() == null ? "" : window.getModel().getDigest();
    return String.join("\0", window.getStream(), model, window.getMedia().name(), time);
  }

  private static RateWindow spanning(RateWindow a, RateWindow b) {
    RateWindow sum = WindowSums.add(a, b);
    if (b.getWindowStart().isBefore(a.getWindowStart())) {
      sum.setWindowStart(b.getWindowStart());
    }
    if (b.getWindowEnd().isAfter(a.getWindowEnd())) {
      sum.setWindowEnd(b.getWindowEnd());
    }
    return sum;
  }
}
