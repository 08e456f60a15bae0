package io.ardmstream.dashboard.rates;

import io.ardmstream.schema.MediaKind;
import java.util.EnumMap;
import java.util.Map;

/** The windows of one stream and model. */
public final class Series {

  /**
   * What tells series apart.
   *
   * @param stream its name
   * @param model name and version of the model, as in {@code image-best-1}; empty: none
   */
  public record Key(String stream, String model) {}

  private final Key key;
  private final Map<Resolution, Ring> rings = new EnumMap<>(Resolution.class);
  private MediaKind media = MediaKind.OPAQUE;
  private long lastTime;

  public Series(Key key) {
    this.key = key;
    for (Resolution each : Resolution.values()) {
      rings.put(each, each.ring());
    }
  }

  public void add(long time, MediaKind kind, Totals totals) {
    rings.values().forEach(ring -> ring.add(time, totals));
    media = kind;
    lastTime = Math.max(lastTime, time);
  }

  public Key key() {
    return key;
  }

  /** What its latest record held. */
  public MediaKind media() {
    return media;
  }

  /** When its latest record was encoded, in milliseconds of the epoch. */
  public long lastTime() {
    return lastTime;
  }

  /** The sums of the windows of a span. */
  public Totals over(WindowSpan span) {
    Ring ring = rings.get(span.resolution());
    Totals sum = Totals.NONE;
    for (long number = span.first(); number <= span.last(); number++) {
      Totals window = ring.window(number);
      sum = window == Totals.NONE ? sum : sum.plus(window);
    }
    return sum;
  }

  /** Adds each window of a span to the sums of a chart. */
  public void addTo(Totals[] windows, WindowSpan span) {
    Ring ring = rings.get(span.resolution());
    for (int i = 0; i < windows.length; i++) {
      Totals window = ring.window(span.first() + i);
      windows[i] = window == Totals.NONE ? windows[i] : windows[i].plus(window);
    }
  }
}
