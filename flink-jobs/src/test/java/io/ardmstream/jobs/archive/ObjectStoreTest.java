package io.ardmstream.jobs.archive;

import io.ardmstream.archive.ArchiveStore;
import java.io.IOException;
import java.nio.file.Path;

/** As in a store that shows an object when all of it was sent. */
class ObjectStoreTest extends ArchiveStoreContract {

  @Override
  ArchiveStore store(Path folder) throws IOException {
    return FlinkStoreTest.of(folder, false);
  }
}
