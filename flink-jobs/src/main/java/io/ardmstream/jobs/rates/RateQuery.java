package io.ardmstream.jobs.rates;

import io.ardmstream.schema.RateWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which windows are wanted.
 *
 * @param length of the windows, one of {@link StatisticsWindows#LENGTHS}
 * @param since no window begins before
 * @param until all windows begin before
 * @param stream name of the only stream; empty: all
 * @param model name of the only model, without version; empty: all
 */
public record RateQuery(
    Duration length,
    Instant since,
    Instant until,
    Optional<String> stream,
    Optional<String> model) {

  boolean matches(RateWindow window) {
    Instant start = window.getWindowStart();
    return WindowKey.seconds(window) == length.toSeconds()
        && !start.isBefore(since)
        && start.isBefore(until)
        && stream.map(window.getStream()::equals).orElse(true)
        && model.map(modelOf(window)::equals).orElse(true);
  }

  private static String modelOf(RateWindow window) {
    return window.getModel() == null ? "" : window.getModel().getName();
  }
}
