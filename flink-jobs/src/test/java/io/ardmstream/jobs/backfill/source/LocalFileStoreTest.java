package io.ardmstream.jobs.backfill.source;

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
