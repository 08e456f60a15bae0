package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.ArchiveStore;
import io.ardmstream.jobs.archive.ArchiveStores;
import io.ardmstream.jobs.config.SettingReader;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;

/**
 * Where a backfill writes.
 *
 * @param folder folder of the archive, mounted under this path on all machines, or the URI of one
 *     in a file system of Flink
 * @param publishInterval what is done is published at least this often; the most work that is
 *     repeated after a failure
 */
public record ArchiveSettings(String folder, Duration publishInterval) implements Serializable {

  static ArchiveSettings read(SettingReader reader) {
    return new ArchiveSettings(
        reader.required("archive.folder", "name the folder or URI of the archive, old or new"),
        reader.duration("archive.publish-interval", "1 min", "1 s", "1 h"));
  }

  /** Where the archive lies. */
  public ArchiveStore store() throws IOException {
    return ArchiveStores.of(folder);
  }
}
