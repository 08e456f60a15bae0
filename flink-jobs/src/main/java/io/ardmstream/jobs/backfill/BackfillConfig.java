package io.ardmstream.jobs.backfill;

import io.ardmstream.jobs.bundle.CodecSettings;
import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.run.BatchSettings;

/**
 * Everything the backfill job may be told; {@code config/backfill.yaml} explains each setting.
 *
 * @param runtime how Flink runs it
 * @param originals what it archives
 * @param archive where it writes
 * @param codec how files are encoded
 * @param groupRecords most files of a folder that lean on each other; 1: each stands alone
 */
public record BackfillConfig(
    BatchSettings runtime,
    OriginalsSettings originals,
    ArchiveSettings archive,
    CodecSettings codec,
    int groupRecords) {

  /** More would only make files harder to reach. */
  private static final int MOST_RECORDS = 256;

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
            CodecSettings.read(reader),
            reader.count("group.records", 1, 1, MOST_RECORDS));
    reader.finish();
    return config;
  }
}
