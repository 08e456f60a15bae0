package io.ardmstream.jobs.rates;

import io.ardmstream.jobs.config.SettingReader;
import java.io.Serializable;
import java.time.Duration;

/**
 * How windows are handled.
 *
 * @param delay how long changes of a window are gathered
 * @param keep how long a window without changes stays in the job's memory
 */
public record WindowSettings(Duration delay, Duration keep) implements Serializable {

  static WindowSettings read(SettingReader reader) {
    return new WindowSettings(
        reader.duration("windows.delay", "1 s", "10 ms", "10 min"),
        reader.duration("windows.keep", "1 h", "1 s", "365 d"));
  }
}
