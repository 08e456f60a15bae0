package io.ardmstream.jobs.backfill;

import io.ardmstream.jobs.bundle.CodecSettings;
import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.jobs.config.Settings;

/**
 * Everything the backfill job may be told; {@code config/backfill.yaml} explains each setting.
 *
 * @param runtime how Flink runs it
 * @param originals what it archives
 * @param archive where it writes
 * @param codec how files are encoded
 */
public record BackfillConfig(
    BatchSettings runtime,
    OriginalsSettings originals,
    ArchiveSettings archive,
    CodecSettings codec) {

  /**
   * Reads and checks all settings.
   *
   * @throws ConfigurationException naming every problem there is
   */
  public static BackfillConfig of(Settings settings) {
    SettingReader reader = new SettingReader(settings);
    BackfillConfig config =
        new BackfillConfig(
            BatchSettings.read(reader, "ardm-backfill"),
            OriginalsSettings.read(reader),
            ArchiveSettings.read(reader),
            CodecSettings.read(reader));
    reader.finish();
    return config;
  }
}
