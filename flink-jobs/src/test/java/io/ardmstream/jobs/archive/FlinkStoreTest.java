package io.ardmstream.jobs.archive;

import io.ardmstream.archive.ArchiveStore;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.core.fs.FileSystem;

/** By the file system of Flink that shows files while they are written. */
class FlinkStoreTest extends ArchiveStoreContract {

  @Override
  ArchiveStore store(Path folder) throws IOException {
    return of(folder, true);
  }

  static FlinkStore of(Path folder, boolean seenEarly) throws IOException {
    return new FlinkStore(
        FileSystem.getLocalFileSystem(),
        new org.apache.flink.core.fs.Path(folder.toUri()),
        seenEarly);
  }
}
