package io.ardmstream.jobs.bundle;

import io.ardmstream.jobs.config.SettingReader;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a bundle of records is complete and goes through the codec at once. Whatever comes first
 * counts.
 *
 * @param records most records in a bundle
 * @param bytes most bytes a bundle holds; a single larger record is a bundle of its own
 * @param delay longest time the first record of a bundle waits
 */
public record BundleSettings(int records, int bytes, Duration delay) implements Serializable {

  /** The share of the delay that the input has to pause. */
  private static final int PAUSES = 10;

  public static BundleSettings read(SettingReader reader) {
    return new BundleSettings(
        reader.count("bundle.records", 64, 1, 65_536),
        reader.bytes("bundle.bytes", "64 mb", "1 kb", "1 gb"),
        reader.duration("bundle.delay", "200 ms", "1 ms", "1 min"));
  }

  /**
   * How long nothing comes before a bundle is complete: the codec had better begin than wait for an
   * input that has nothing more.
   */
  public Duration pause() {
    return delay.dividedBy(PAUSES);
  }
}
