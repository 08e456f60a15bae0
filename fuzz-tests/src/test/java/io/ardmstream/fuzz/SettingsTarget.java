package io.ardmstream.fuzz;

import io.ardmstream.jobs.backfill.BackfillConfig;
import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.rates.RatesConfig;
import io.ardmstream.jobs.replay.ReplayConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Configuration of jobs in YAML. */
final class SettingsTarget {

  private static final Path FILE = temporary();
  private static final List<Function<Settings, ?>> JOBS =
      List.of(CompressConfig::of, ReplayConfig::of, RatesConfig::of, BackfillConfig::of);

  private SettingsTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    Files.write(FILE, input);
    Settings settings;
    try {
      settings = Settings.fromFile(FILE);
    } catch (ConfigurationException refusal) {
      MediaOracle.require(refusal.getMessage().contains(FILE.toString()), "which file?");
      return;
    }
    for (Function<Settings, ?> job : JOBS) {
      try {
        job.apply(settings);
      } catch (ConfigurationException refusal) {
        MediaOracle.require(!refusal.getMessage().isBlank(), "a refusal without a reason");
      }
    }
  }

  private static Path temporary() {
    try {
      Path file = Files.createTempFile("fuzz", ".yaml");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
