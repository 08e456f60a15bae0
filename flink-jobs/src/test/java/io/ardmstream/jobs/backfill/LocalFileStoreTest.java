package io.ardmstream.jobs.backfill;

import java.nio.file.Path;

class LocalFileStoreTest extends FileStoreContract {

  @Override
  FileStore store() {
    return FileStore.of("/path");
  }

  @Override
  String location(Path file) {
    return file.toString();
  }
}
