package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import org.apache.flink.api.java.functions.KeySelector;

/** What windows have in common that are added up, as text; also their key on the topic. */
public final class WindowKey implements KeySelector<RateWindow, String> {

  private static final long serialVersionUID = 1L;

  @Override
  public String getKey(RateWindow window) {
    return of(window);
  }

  /** Length in seconds, start in milliseconds, media, digest of the model, stream. */
  public static String of(RateWindow window) {
    return String.join(
        "/",
        Long.toString(seconds(window)),
        Long.toString(window.getWindowStart().toEpochMilli()),
        window.getMedia().name(),
        window.getModel() == null ? "" : window.getModel().getDigest(),
        window.getStream());
  }

  static long seconds(RateWindow window) {
    return window.getWindowEnd().getEpochSecond() - window.getWindowStart().getEpochSecond();
  }
}
