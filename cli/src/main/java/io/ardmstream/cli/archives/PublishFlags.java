package io.ardmstream.cli.archives;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How often a command that writes an archive publishes what is done. */
final class PublishFlags {
  @Option(
      names = "--publish-seconds",
      paramLabel = "N",
      defaultValue = "60",
      description =
          "Publish what is done at least this often (default: ${DEFAULT-VALUE}); the most work"
              + " that a killed run repeats.")
  private int publishSeconds;

  boolean areUsable() {
    return publishSeconds >= 0;
  }

  Duration age() {
    return Duration.ofSeconds(publishSeconds);
  }
}
